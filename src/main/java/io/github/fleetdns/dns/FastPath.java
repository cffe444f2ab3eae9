package io.github.fleetdns.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * Answers queries of the usual shape from bytes that were rendered before; gives exactly the bytes
 * that {@link QueryHandler} would, for the same draws, and leaves to it what it cannot.
 *
 * <p>A response is remembered by question, cell of the client and state of the zones, so that only
 * the id, the flags, the case of the name, the order of the values and the OPT record are new. Each
 * thread has its own; the memory is bounded.
 */
final class FastPath {
  private static final int SLOTS = 1 << 15;
  private static final int WAYS = 4;
  private static final int NETWORKS = 1 << 12;
  private static final int OPT_FIXED = 11;

  private final ServerState state;
  private final RandomGenerator random;
  private final Draw draw = new Draw();
  private final PlainQuery query = new PlainQuery();
  private final @Nullable Entry[] entries = new Entry[SLOTS];
  private final @Nullable Network[] networks = new Network[NETWORKS];
  private final Cells.@Nullable Cell[] cells = new Cells.Cell[NETWORKS];
  private final byte[] question = new byte[260];
  private final byte[] out;
  private @Nullable InetAddress lastSource;
  private Cells.@Nullable Cell lastCell;

  /** Writes responses into {@code out}, which holds the largest. */
  FastPath(ServerState state, RandomGenerator random, byte[] out) {
    this.state = state;
    this.random = random;
    this.out = out;
  }

  /**
   * What is remembered of a question.
   *
   * @param question the question in lower case
   * @param cell where the client is
   * @param zones the zones it was planned from
   * @param authoritative whether the zone itself answers
   * @param perClient whether another client may get another answer
   * @param fixed the response, if nothing is drawn for it
   * @param plan the plan
   * @param variants its variants as bytes; empty if they are for the slow path
   * @param length the most bytes of a response, without header, question and OPT
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by content below
  private record Entry(
      byte[] question,
      Cells.Cell cell,
      Zones zones,
      boolean authoritative,
      boolean perClient,
      @Nullable Rendered fixed,
      Plan plan,
      Rendered[] variants,
      int length) {}

  /**
   * Answers a packet.
   *
   * @return how many bytes of {@code out} are the response; 0 to leave it to the slow path
   */
  int answer(byte[] packet, int length, InetAddress source) {
    if (!query.read(packet, length)
        || query.type() == Type.ANY
        || QueryHandler.isForTransactions(query.type())) {
      return 0;
    }
    Cells.Cell cell = query.hasNetwork() ? cellOfSubnet() : cellOf(source);
    Zones zones = state.zones();
    int size = query.questionEnd() - Limits.HEADER;
    int slot = (slot(packet, size) ^ System.identityHashCode(cell)) & (SLOTS - 1) & -WAYS;
    Entry entry = find(slot, size, cell, zones);
    if (entry == null) {
      entry = remember(slot, size, cell, zones);
      if (entry == null) {
        return 0;
      }
    }
    if (entry.variants().length == 0
        || query.questionEnd() + entry.length() + optLength() > query.limit()) {
      return 0;
    }
    return write(packet, size, entry);
  }

  // ---- what is remembered ----

  /** The hash of the question, which it writes in lower case into {@link #question}. */
  private int slot(byte[] packet, int size) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < size; i++) {
      byte b = packet[Limits.HEADER + i];
      // Lengths of labels are below the letters; the type and class behind the name are no text.
      if (b >= 'A' && b <= 'Z' && i < size - 4) {
        b = (byte) (b + 32);
      }
      question[i] = b;
      hash = (hash ^ b) * 0x01000193;
    }
    return hash ^ (hash >>> 15);
  }

  /** Several slots for each hash, so that frequent questions do not take turns in one. */
  private @Nullable Entry find(int slot, int size, Cells.Cell cell, Zones zones) {
    for (int i = 0; i < WAYS; i++) {
      Entry entry = entries[slot ^ i];
      if (entry != null && matches(entry, size, cell, zones)) {
        return entry;
      }
    }
    return null;
  }

  /** Cells and zones are one object each, so that it takes no look into them. */
  @SuppressWarnings("ReferenceEquality")
  private boolean matches(Entry entry, int size, Cells.Cell cell, Zones zones) {
    return entry.cell() == cell
        && entry.zones() == zones
        && Arrays.equals(entry.question(), 0, entry.question().length, question, 0, size);
  }

  private @Nullable Entry remember(int slot, int size, Cells.Cell cell, Zones zones) {
    Name name;
    try {
      name = new Name(Arrays.copyOf(question, size - 4));
    } catch (IOException e) {
      return null;
    }
    Zones.View view = zones.holding(name).orElse(null);
    if (view == null) {
      return null;
    }
    Plan plan = state.planner().plan(view, name, query.type(), cell.client());
    Rendered[] variants = new Rendered[plan.variants().size()];
    int length = 0;
    for (int i = 0; i < variants.length; i++) {
      Optional<Rendered> rendered = Rendered.of(plan.variants().get(i), name, query.type());
      if (rendered.isEmpty()) {
        variants = new Rendered[0];
        break;
      }
      variants[i] = rendered.get();
      byte[] remark = variants[i].remark();
      length = Math.max(length, variants[i].length() + (remark == null ? 0 : remark.length));
    }
    Entry entry =
        new Entry(
            Arrays.copyOf(question, size),
            cell,
            zones,
            plan.authoritative(),
            plan.perClient(),
            variants.length == 1 ? variants[0].fixed().orElse(null) : null,
            plan,
            variants,
            length);
    // The oldest goes.
    for (int i = WAYS - 1; i > 0; i--) {
      entries[slot ^ i] = entries[slot ^ (i - 1)];
    }
    entries[slot] = entry;
    return entry;
  }

  // ---- where the client is ----

  private Cells.Cell cellOf(InetAddress source) {
    Cells.Cell known = lastCell;
    if (known != null && source.equals(lastSource)) {
      return known;
    }
    Cells.Cell cell = state.cells().of(Network.of(source));
    lastSource = source;
    lastCell = cell;
    return cell;
  }

  private Cells.Cell cellOfSubnet() {
    long high = query.bits(0);
    long low = query.bits(8);
    int length = query.source();
    long mixed = (high ^ (high >>> 29) ^ low ^ (low >>> 31)) * 0x9e3779b97f4a7c15L + length;
    int slot = (int) (mixed >>> 40) & (NETWORKS - 1);
    Network known = networks[slot];
    Cells.Cell cell = cells[slot];
    if (known != null
        && cell != null
        && known.high() == high
        && known.low() == low
        && known.length() == length
        && known.ipv4() == query.isIpv4()) {
      return cell;
    }
    Network network = new Network(query.isIpv4(), high, low, length);
    Cells.Cell found = state.cells().of(network);
    networks[slot] = network;
    cells[slot] = found;
    return found;
  }

  // ---- the response ----

  private int optLength() {
    if (!query.hasEdns()) {
      return 0;
    }
    return OPT_FIXED + (query.subnetAt() == 0 ? 0 : 4 + query.subnetLength());
  }

  private int write(byte[] packet, int size, Entry entry) {
    Rendered fixed = entry.fixed();
    if (fixed != null) {
      fixed.counter().increment();
      int at = writeHead(packet, size, entry, fixed);
      System.arraycopy(fixed.body(), 0, out, at, fixed.body().length);
      return writeOpt(packet, at + fixed.body().length, entry, fixed);
    }
    draw.from(entry.plan(), random);
    Rendered drawn = entry.variants()[draw.variant()];
    drawn.counter().increment();
    int at = writeHead(packet, size, entry, drawn);
    for (int i = 0; i < draw.picked(); i++) {
      byte[] slice = drawn.slices()[draw.unit(i)];
      System.arraycopy(slice, 0, out, at, slice.length);
      at += slice.length;
    }
    System.arraycopy(drawn.body(), 0, out, at, drawn.body().length);
    return writeOpt(packet, at + drawn.body().length, entry, drawn);
  }

  /** Writes header and question; where they end. */
  private int writeHead(byte[] packet, int size, Entry entry, Rendered rendered) {
    out[0] = packet[0];
    out[1] = packet[1];
    out[2] = (byte) (0x80 | (entry.authoritative() ? 0x04 : 0) | (packet[2] & 0x01));
    out[3] = (byte) ((packet[3] & 0x10) | rendered.rcode());
    u16(4, 1);
    u16(6, rendered.answers());
    u16(8, rendered.authorities());
    u16(10, rendered.additionals() + (query.hasEdns() ? 1 : 0));
    System.arraycopy(packet, Limits.HEADER, out, Limits.HEADER, size);
    return Limits.HEADER + size;
  }

  /** Writes the OPT record, if the client sent one; where the response ends. */
  private int writeOpt(byte[] packet, int start, Entry entry, Rendered rendered) {
    if (!query.hasEdns()) {
      return start;
    }
    int at = start;
    out[at] = 0;
    u16(at + 1, Type.OPT);
    u16(at + 3, Limits.UDP_WITH_EDNS);
    u16(at + 5, 0);
    u16(at + 7, query.wantsDnssec() ? 0x8000 : 0);
    int data = at + OPT_FIXED;
    at = data;
    if (query.subnetAt() != 0) {
      int length = 4 + query.subnetLength();
      System.arraycopy(packet, query.subnetAt() - 4, out, at, length);
      boolean counted = entry.perClient() && query.hasNetwork();
      out[at + 7] = (byte) (counted ? entry.cell().scope() : 0);
      at += length;
    }
    byte[] remark = rendered.remark();
    if (remark != null) {
      System.arraycopy(remark, 0, out, at, remark.length);
      at += remark.length;
    }
    u16(data - 2, at - data);
    return at;
  }

  private void u16(int at, int value) {
    out[at] = (byte) (value >> 8);
    out[at + 1] = (byte) value;
  }
}
