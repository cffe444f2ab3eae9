package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.zone.IpAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * How a server runs.
 *
 * @param address where it listens, over UDP and TCP; port 0 takes a free one
 * @param clients where clients are
 * @param targets the addresses of AWS resources, by DNS name; others are a CNAME
 * @param random what answers are drawn with
 * @param threads how many threads answer over UDP, at least 1
 * @param maxConnections how many TCP connections there may be at a time, at least 1
 * @param patience how long a TCP client may take for a query
 * @param complaints is told in a line what goes wrong while it answers, once for each kind; called
 *     by the threads that answer
 * @param standpoint a client in the VPC that questions come from; one in none is on the internet
 */
public record ServerOptions(
    InetSocketAddress address,
    ClientPlaces clients,
    Map<String, List<IpAddress>> targets,
    SplittableRandom random,
    int threads,
    int maxConnections,
    Duration patience,
    Consumer<String> complaints,
    Client standpoint) {

  /** Requires a thread and a connection; copies the map. */
  public ServerOptions {
    if (threads < 1 || maxConnections < 1) {
      throw new IllegalArgumentException(threads + " threads, " + maxConnections + " connections");
    }
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
  }

  /** On a free port of the loopback address, with clients anywhere and one thread for UDP. */
  public static ServerOptions onLoopback() {
    return new ServerOptions(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        ClientPlaces.UNKNOWN,
        Map.of(),
        new SplittableRandom(),
        1,
        128,
        Duration.ofSeconds(10),
        complaint -> {},
        Client.UNKNOWN);
  }

  /** The same elsewhere. */
  public ServerOptions at(InetSocketAddress other) {
    return new ServerOptions(
        other, clients, targets, random, threads, maxConnections, patience, complaints, standpoint);
  }

  /** The same with clients at these places. */
  public ServerOptions withClients(ClientPlaces places) {
    return new ServerOptions(
        address,
        places,
        targets,
        random,
        threads,
        maxConnections,
        patience,
        complaints,
        standpoint);
  }

  /** The same with the addresses of AWS resources, by DNS name. */
  public ServerOptions withTargets(Map<String, List<IpAddress>> addresses) {
    return new ServerOptions(
        address,
        clients,
        addresses,
        random,
        threads,
        maxConnections,
        patience,
        complaints,
        standpoint);
  }

  /** The same with draws that this seed repeats; on one thread they are the same every time. */
  public ServerOptions withSeed(long seed) {
    return new ServerOptions(
        address,
        clients,
        targets,
        new SplittableRandom(seed),
        threads,
        maxConnections,
        patience,
        complaints,
        standpoint);
  }

  /** The same with as many threads for UDP. */
  public ServerOptions withThreads(int count) {
    return new ServerOptions(
        address, clients, targets, random, count, maxConnections, patience, complaints, standpoint);
  }

  /** The same with other bounds for TCP. */
  public ServerOptions withTcp(int connections, Duration wait) {
    return new ServerOptions(
        address, clients, targets, random, threads, connections, wait, complaints, standpoint);
  }

  /** The same with somebody who is told what goes wrong while it answers. */
  public ServerOptions withComplaints(Consumer<String> say) {
    return new ServerOptions(
        address, clients, targets, random, threads, maxConnections, patience, say, standpoint);
  }

  /** The same with questions from a VPC, where private zones answer first. */
  public ServerOptions withStandpoint(Client inside) {
    return new ServerOptions(
        address, clients, targets, random, threads, maxConnections, patience, complaints, inside);
  }
}
