package io.github.fleetdns.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * A query that was read: one question, at most one OPT record, at most one client subnet.
 *
 * @param message the message
 * @param question what is asked
 * @param opt the OPT record of a client that knows EDNS
 * @param subnet the client's network (RFC 7871)
 */
record Query(
    Message message,
    Record question,
    Optional<OPTRecord> opt,
    Optional<ClientSubnetOption> subnet) {

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
          throw new IOException("a client subnet as queries do not have it (RFC 7871 §7.1.2)");
        }
        subnet = Optional.of(given);
      }
    }
    return new Query(message, questions.get(0), opt, subnet);
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

  /** A response without records yet. */
  Message response(int rcode, boolean authoritative) {
    Message response = new Message(message.getHeader().getID());
    response.getHeader().setFlag(Flags.QR);
    if (authoritative) {
      response.getHeader().setFlag(Flags.AA);
    }
    for (int copied : new int[] {Flags.RD, Flags.CD}) {
      if (message.getHeader().getFlag(copied)) {
        response.getHeader().setFlag(copied);
      }
    }
    response.getHeader().setRcode(rcode & 0xf);
    response.addRecord(question, Section.QUESTION);
    return response;
  }

  /** The OPT record of the response; none for a client that sent none. */
  Optional<OPTRecord> responseOpt(int rcode, int scope, Optional<ExtendedErrorCodeOption> remark) {
    if (opt.isEmpty()) {
      return Optional.empty();
    }
    List<EDNSOption> options = new ArrayList<>();
    subnet.ifPresent(
        given ->
            options.add(
                new ClientSubnetOption(given.getSourcePrefixLength(), scope, given.getAddress())));
    remark.ifPresent(options::add);
    int dnssecOk = opt.get().getFlags() & ExtendedFlags.DO;
    return Optional.of(new OPTRecord(Limits.UDP_WITH_EDNS, rcode >> 4, 0, dnssecOk, options));
  }

  /** An error as far as it can be told: the packet's id, without question. */
  static byte[] error(byte[] packet, int length, int rcode) {
    byte[] header = new byte[Limits.HEADER];
    System.arraycopy(packet, 0, header, 0, Math.min(length, 4));
    int opcode = packet[2] & 0x78;
    int recursion = packet[2] & 0x01;
    header[2] = (byte) (0x80 | opcode | recursion);
    header[3] = (byte) rcode;
    return header;
  }

  /** Whether a packet is worth an answer: a header, and no response. */
  static boolean isAnswerable(byte[] packet, int length) {
    return length >= Limits.HEADER && (packet[2] & 0x80) == 0;
  }

  /** Its opcode. */
  static int opcode(byte[] packet) {
    return packet[2] >> 3 & 0xf;
  }
}
