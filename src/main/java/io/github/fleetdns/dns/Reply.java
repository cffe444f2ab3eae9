package io.github.fleetdns.dns;

import java.util.List;
import org.xbill.DNS.DNSOutput;
import org.xbill.DNS.Flags;

/**
 * A response in the making: what was drawn, put behind the query's own header and question. What
 * does not fit is left out whole: the additional section, the authority section, the answer.
 */
final class Reply {
  private final Draw draw;
  private final byte[] opt;
  private final int room;
  private final int answer;
  private final int authority;

  /**
   * A response.
   *
   * @param opt the OPT record; no bytes for none
   * @param room how many bytes there are for the three sections
   */
  private Reply(Draw draw, byte[] opt, int room) {
    this.draw = draw;
    this.opt = opt;
    this.room = room;
    this.answer = length(draw.answer());
    this.authority = draw.variant().authority().length();
  }

  /** Writes the response to a query. */
  static byte[] of(Query query, boolean authoritative, Draw draw, byte[] opt, int limit) {
    byte[] question = query.questionBytes();
    return new Reply(draw, opt, limit - Limits.HEADER - question.length - opt.length)
        .write(query, authoritative, question);
  }

  private byte[] write(Query query, boolean authoritative, byte[] question) {
    boolean nothingFits = answer + authority > room && (answer == 0 || answer > room);
    List<Slice> answers = nothingFits ? List.of() : draw.answer();
    Slice authorities = answer + authority > room ? Slice.NONE : draw.variant().authority();
    boolean allFits = answer + authority + length(draw.additional()) <= room;
    List<Slice> additionals = allFits ? draw.additional() : List.of();
    DNSOutput out = new DNSOutput(Limits.UDP);
    int flags = bit(Flags.QR) | (query.flags() & (bit(Flags.RD) | bit(Flags.CD)));
    out.writeU16(query.id());
    out.writeU16(
        flags
            | (authoritative ? bit(Flags.AA) : 0)
            | (nothingFits ? bit(Flags.TC) : 0)
            | (draw.variant().rcode() & 0xf));
    out.writeU16(1);
    out.writeU16(records(answers));
    out.writeU16(authorities.records());
    out.writeU16(records(additionals) + (opt.length > 0 ? 1 : 0));
    out.writeByteArray(question);
    write(out, answers);
    out.writeByteArray(authorities.bytes());
    write(out, additionals);
    out.writeByteArray(opt);
    return out.toByteArray();
  }

  /** An error as far as it can be told: the packet's id and opcode, without question. */
  static byte[] error(byte[] packet, int rcode, byte[] opt) {
    DNSOutput out = new DNSOutput(Limits.HEADER + opt.length);
    out.writeByteArray(packet, 0, 2);
    out.writeU8(0x80 | (packet[2] & 0x79));
    out.writeU8(rcode);
    out.writeU16(0);
    out.writeU16(0);
    out.writeU16(0);
    out.writeU16(opt.length > 0 ? 1 : 0);
    out.writeByteArray(opt);
    return out.toByteArray();
  }

  /** A flag of the header; dnsjava counts them from the left. */
  private static int bit(byte flag) {
    return 1 << (15 - flag);
  }

  private static void write(DNSOutput out, List<Slice> slices) {
    for (Slice slice : slices) {
      out.writeByteArray(slice.bytes());
    }
  }

  private static int length(List<Slice> slices) {
    int length = 0;
    for (Slice slice : slices) {
      length += slice.length();
    }
    return length;
  }

  private static int records(List<Slice> slices) {
    int records = 0;
    for (Slice slice : slices) {
      records += slice.records();
    }
    return records;
  }
}
