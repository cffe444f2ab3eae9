package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A server without sockets: packets in, packets out. */
final class Handlers {
  static final InetAddress SOURCE = address("127.0.0.1");

  private final ServerState state;
  private final QueryHandler handler;

  private Handlers(ServerState state, long seed) {
    this.state = state;
    this.handler = new QueryHandler(state, new SplittableRandom(seed));
  }

  static Handlers of(HostedZone... zones) {
    return of("", Map.of(), zones);
  }

  static Handlers of(String clients, Map<String, List<IpAddress>> targets, HostedZone... zones) {
    QueryLog log = new QueryLog();
    ClientPlaces places = ClientFile.parse("clients.csv", clients).places();
    return new Handlers(
        new ServerState(
            Zones.of(
                NameSpace.of(Stream.of(zones).map(NameSpace.Member::of).toList()), Client.UNKNOWN),
            new Cells(places, List.of(zones)),
            new Planner(new TargetAddresses(targets), log),
            log,
            new Failures(log, complaint -> {})),
        1);
  }

  ServerState state() {
    return state;
  }

  void down(String... checks) {
    state.replace(state.zones().under(zone -> Outages.ofChecks(checks)));
  }

  /** The response to a packet; empty if it is dropped. */
  Optional<byte[]> answer(byte[] packet, boolean tcp) {
    return Optional.ofNullable(handler.answer(packet, packet.length, SOURCE, tcp));
  }

  /** Asks over UDP, without EDNS. */
  Message ask(String name, int type) {
    return ask(query(name, type), false);
  }

  Message ask(Message query, boolean tcp) {
    try {
      return new Message(answer(query.toWire(), tcp).orElseThrow());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Message query(String name, int type) {
    Message query = new Message(4711);
    query.addRecord(
        Record.newRecord(Name.fromConstantString(name), type, DClass.IN), Section.QUESTION);
    return query;
  }

  /** A query with EDNS. */
  static Message query(String name, int type, int size, EDNSOption... options) {
    Message query = query(name, type);
    query.addRecord(new OPTRecord(size, 0, 0, 0, options), Section.ADDITIONAL);
    return query;
  }

  static Message from(String network, String name) {
    return from(network, name, Type.A);
  }

  static Message from(String network, String name, int type) {
    String[] parts = network.split("/", -1);
    return query(
        name, type, 1232, new ClientSubnetOption(Integer.parseInt(parts[1]), address(parts[0])));
  }

  static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The data of the records of a section. */
  static List<String> data(Message message, int section) {
    return message.getSection(section).stream()
        .filter(record -> record.getType() != Type.OPT)
        .map(Record::rdataToString)
        .toList();
  }

  /** The answer section, a record a line. */
  static String answer(Message message) {
    return message.getSection(Section.ANSWER).stream()
        .map(record -> record.toString().replaceAll("\\s+", " "))
        .collect(java.util.stream.Collectors.joining("\n"));
  }
}
