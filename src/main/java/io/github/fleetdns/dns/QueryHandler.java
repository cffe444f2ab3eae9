package io.github.fleetdns.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Answers any packet with dnsjava, or drops it; never throws. The state is the thread's own: not
 * safe for use by several threads.
 */
final class QueryHandler {
  private final ServerState state;
  private final RandomGenerator random;
  private final Draw draw = new Draw();

  QueryHandler(ServerState state, RandomGenerator random) {
    this.state = state;
    this.random = random;
  }

  /**
   * The response to a packet; null to drop it.
   *
   * @param packet holds the packet
   * @param length how many bytes of it are the packet
   * @param source who sent it
   * @param tcp whether it came over TCP
   */
  byte @Nullable [] answer(byte[] packet, int length, InetAddress source, boolean tcp) {
    // A response is never answered: two servers could go on for ever.
    if (!Query.isAnswerable(packet, length)) {
      return null;
    }
    try {
      if (Query.opcode(packet) != Opcode.QUERY) {
        return failure(packet, length, Rcode.NOTIMP, "(other opcodes)");
      }
      Query query = Query.read(Arrays.copyOf(packet, length));
      return answer(query, source, tcp);
    } catch (IOException e) {
      return failure(packet, length, Rcode.FORMERR, "(malformed)");
    } catch (RuntimeException e) {
      // Whatever a packet makes go wrong, the next one is answered.
      return failure(packet, length, Rcode.SERVFAIL, "(failed: " + e + ")");
    }
  }

  private byte[] failure(byte[] packet, int length, int rcode, String group) {
    state.log().counter(group, "", Rcode.string(rcode)).increment();
    return Query.error(packet, length, rcode);
  }

  private byte[] answer(Query query, InetAddress source, boolean tcp) {
    Record question = query.question();
    Name name = question.getName();
    int type = question.getType();
    if (query.opt().map(OPTRecord::getVersion).orElse(0) != 0) {
      return refusal(query, Rcode.BADVERS, "(EDNS version)", Optional.empty());
    }
    if (question.getDClass() != DClass.IN) {
      return refusal(query, Rcode.REFUSED, "(other classes)", Optional.empty());
    }
    if (isForTransactions(type)) {
      return refusal(query, Rcode.REFUSED, "(transfers)", Optional.empty());
    }
    Zones.View view = state.zones().holding(name).orElse(null);
    if (view == null) {
      return refusal(
          query,
          Rcode.REFUSED,
          "(outside of the zones)",
          Optional.of(new ExtendedErrorCodeOption(ExtendedErrorCodeOption.NOT_AUTHORITATIVE)));
    }
    Cells.Cell cell = state.cells().of(query.network().orElseGet(() -> Network.of(source)));
    Plan plan = state.planner().plan(view, name, type, cell.client());
    return answer(query, plan, cell, tcp);
  }

  /** OPT, and what only has a meaning in the dealings between servers: 249–252. */
  static boolean isForTransactions(int type) {
    return type == Type.OPT || (type >= Type.TKEY && type <= Type.AXFR);
  }

  private byte[] refusal(
      Query query, int rcode, String group, Optional<ExtendedErrorCodeOption> remark) {
    state.log().counter(group, "", Rcode.string(rcode)).increment();
    return write(query.response(rcode, false), List.of(), query.responseOpt(rcode, 0, remark));
  }

  private byte[] answer(Query query, Plan plan, Cells.Cell cell, boolean tcp) {
    draw.from(plan, random);
    Plan.Variant variant = plan.variants().get(draw.variant());
    variant.counter().increment();
    Optional<OPTRecord> opt =
        query.responseOpt(
            variant.rcode(),
            plan.perClient() && query.network().isPresent() ? cell.scope() : 0,
            variant.remark().map(QueryHandler::remark));
    int limit = query.limit(tcp);
    List<Record> answer = draw.answer(plan);
    byte[] wire =
        write(message(query, plan, answer, variant.authority()), draw.additional(plan), opt);
    if (wire.length > limit) {
      wire = write(message(query, plan, answer, variant.authority()), List.of(), opt);
    }
    if (wire.length > limit && !answer.isEmpty()) {
      wire = write(message(query, plan, answer, List.of()), List.of(), opt);
    }
    if (wire.length > limit) {
      Message truncated = query.response(variant.rcode(), plan.authoritative());
      truncated.getHeader().setFlag(Flags.TC);
      wire = write(truncated, List.of(), opt);
    }
    return wire;
  }

  private Message message(Query query, Plan plan, List<Record> answer, List<Record> authority) {
    Message message =
        query.response(plan.variants().get(draw.variant()).rcode(), plan.authoritative());
    answer.forEach(record -> message.addRecord(record, Section.ANSWER));
    authority.forEach(record -> message.addRecord(record, Section.AUTHORITY));
    return message;
  }

  private static byte[] write(Message message, List<Record> additional, Optional<OPTRecord> opt) {
    additional.forEach(record -> message.addRecord(record, Section.ADDITIONAL));
    opt.ifPresent(record -> message.addRecord(record, Section.ADDITIONAL));
    return message.toWire();
  }

  /** A remark for people (RFC 8914): code 0, "other". */
  static ExtendedErrorCodeOption remark(String text) {
    return new ExtendedErrorCodeOption(ExtendedErrorCodeOption.OTHER, text);
  }
}
