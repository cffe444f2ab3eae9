package io.github.fleetdns.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DNSInput;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A query that was read: one question, at most one OPT record, at most one client subnet.
 *
 * @param message the message
 * @param flags the second word of its header
 * @param question what is asked
 * @param opt the OPT record of a client that knows EDNS
 * @param subnet the client's network (RFC 7871)
 */
record Query(
    Message message,
    int flags,
    Record question,
    Optional<OPTRecord> opt,
    Optional<ClientSubnetOption> subnet) {
  /** The OPT record of a response that has nothing to say of the query's. */
  static final byte[] OPT = new OPTRecord(Limits.UDP_WITH_EDNS, 0, 0).toWire(Section.ADDITIONAL);

  /** Requires a question of its own. */
  static Query read(byte[] packet) throws IOException {
    Message message = parse(packet);
    List<Record> questions = message.getSection(Section.QUESTION);
    List<OPTRecord> opts = new ArrayList<>();
    for (Record record : message.getSection(Section.ADDITIONAL)) {
      if (record instanceof OPTRecord opt) {
        opts.add(opt);
      }
    }
    if (questions.size() != 1 || opts.size() > 1) {
      throw new IOException(questions.size() + " questions, " + opts.size() + " OPT records");
    }
    Optional<OPTRecord> opt = opts.stream().findFirst();
    Optional<ClientSubnetOption> subnet = Optional.empty();
    if (opt.isPresent()) {
      for (EDNSOption option : opt.get().getOptions(EDNSOption.Code.CLIENT_SUBNET)) {
        ClientSubnetOption given = (ClientSubnetOption) option;
        if (subnet.isPresent() || given.getScopePrefixLength() != 0) {
          throw new IOException(
              "a client subnet as queries do not have it (RFC 7871 section 7.1.2)");
        }
        subnet = Optional.of(given);
      }
    }
    return new Query(message, u16(packet, 2), questions.get(0), opt, subnet);
  }

  /** dnsjava throws more than it declares at what others make up. */
  private static Message parse(byte[] packet) throws IOException {
    try {
      return new Message(packet);
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  /** The client's network; empty if it is kept from the server, or not sent. */
  Optional<Network> network() {
    return subnet
        .filter(given -> given.getSourcePrefixLength() > 0)
        .map(given -> Network.of(given.getAddress().getAddress(), given.getSourcePrefixLength()));
  }

  /** The most bytes that may be answered. */
  int limit(boolean tcp) {
    return tcp ? Limits.TCP : Limits.udp(opt.map(OPTRecord::getPayloadSize).orElse(0));
  }

  /** Its id. */
  int id() {
    return message.getHeader().getID();
  }

  /** The question as it was written, for the response. */
  byte[] questionBytes() {
    return question.toWire(Section.QUESTION);
  }

  /** The OPT record of the response; no bytes for a client that sent none. */
  byte[] responseOpt(int rcode, int scope, Optional<ExtendedErrorCodeOption> remark) {
    if (opt.isEmpty()) {
      return new byte[0];
    }
    List<EDNSOption> options = new ArrayList<>(2);
    subnet.ifPresent(
        given ->
            options.add(
                new ClientSubnetOption(given.getSourcePrefixLength(), scope, given.getAddress())));
    remark.ifPresent(options::add);
    int dnssecOk = opt.get().getFlags() & ExtendedFlags.DO;
    return new OPTRecord(Limits.UDP_WITH_EDNS, rcode >> 4, 0, dnssecOk, options)
        .toWire(Section.ADDITIONAL);
  }

  /** Whether a packet is worth an answer: a header, and no response. */
  static boolean isAnswerable(byte[] packet, int length) {
    return length >= Limits.HEADER && (packet[2] & 0x80) == 0;
  }

  /** Its opcode. */
  static int opcode(byte[] packet) {
    return packet[2] >> 3 & 0xf;
  }

  /**
   * Whether a packet has an OPT record, as far as one can be found in what may be malformed or of
   * another opcode: whoever sent one gets one (RFC 6891 section 6.1.1).
   */
  static boolean hasOpt(byte[] packet) {
    DNSInput in = new DNSInput(packet);
    try {
      in.jump(Limits.HEADER);
      for (int i = u16(packet, 4); i > 0; i--) {
        new Name(in);
        in.readU32();
      }
      for (int i = u16(packet, 6) + u16(packet, 8) + u16(packet, 10); i > 0; i--) {
        new Name(in);
        int type = in.readU16();
        in.readU16();
        in.readU32();
        in.readByteArray(in.readU16());
        if (type == Type.OPT) {
          return true;
        }
      }
    } catch (IOException | RuntimeException e) {
      // It ends before an OPT record, or where one would be.
    }
    return false;
  }

  private static int u16(byte[] packet, int at) {
    return (packet[at] & 0xff) << 8 | (packet[at + 1] & 0xff);
  }
}
