package io.github.fleetdns.dns;

import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.HostedZone;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A DNS server that answers from hosted zones as Route 53 would, over UDP and TCP.
 *
 * <p>Of zones whose names contain each other the longest counts, of zones with one name the first.
 * Everything else is refused. Answers are drawn anew for each query by the shares that {@code
 * answer} computes. Safe for use by several threads; close it to free its port and threads.
 *
 * <pre>{@code
 * try (DnsServer server = DnsServer.start(List.of(zone), ServerOptions.onLoopback())) {
 *   InetSocketAddress address = server.address();   // point a resolver at it
 *   server.setOutages(Outages.ofChecks("eu"));      // rehearse a failover
 * }
 * }</pre>
 */
public final class DnsServer implements AutoCloseable {
  private static final int RECEIVE_BUFFER = 4 << 20;

  private final InetSocketAddress address;
  private final ServerState state;
  private final List<Channel> channels;
  private final TcpLoop tcp;
  private final Loops loops;

  private DnsServer(
      InetSocketAddress address,
      ServerState state,
      List<Channel> channels,
      TcpLoop tcp,
      Loops loops) {
    this.address = address;
    this.state = state;
    this.channels = channels;
    this.tcp = tcp;
    this.loops = loops;
  }

  /**
   * Starts a server; when this returns, it answers.
   *
   * @throws IOException if the address cannot be used: another program has the port, or it takes
   *     permission
   */
  public static DnsServer start(List<HostedZone> zones, ServerOptions options) throws IOException {
    return start(NameSpace.of(zones.stream().map(NameSpace.Member::of).toList()), options);
  }

  /**
   * The same for zones of which it may be known what their name servers are called, so that
   * delegations among them are told apart.
   */
  public static DnsServer start(NameSpace space, ServerOptions options) throws IOException {
    QueryLog log = new QueryLog();
    ServerState state =
        new ServerState(
            Zones.of(space, options.standpoint()),
            new Cells(options.clients(), space.zones()),
            new Planner(new TargetAddresses(options.targets()), log),
            log,
            new Failures(log, options.complaints()));
    List<Channel> channels = new ArrayList<>();
    try {
      return start(state, options, channels);
    } catch (IOException | RuntimeException e) {
      for (Channel channel : channels) {
        channel.close();
      }
      throw e;
    }
  }

  private static DnsServer start(ServerState state, ServerOptions options, List<Channel> channels)
      throws IOException {
    SplittableRandom random = options.random();
    // TCP goes first: unlike the shared ports of UDP, it is refused while another server runs.
    ServerSocketChannel server = ServerSocketChannel.open();
    channels.add(server);
    server.bind(options.address());
    InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
    TcpLoop tcp =
        new TcpLoop(
            server,
            new QueryHandler(state, random.split()),
            state.failures(),
            options.maxConnections(),
            options.patience());
    Loops loops = new Loops();
    loops.add("dns-tcp", tcp);
    for (int i = 0; i < options.threads(); i++) {
      DatagramChannel channel = udp(address, options.threads() > 1);
      channels.add(channel);
      loops.add("dns-udp-" + i, new UdpLoop(channel, state, random.split()));
    }
    loops.start();
    return new DnsServer(address, state, channels, tcp, loops);
  }

  private static DatagramChannel udp(InetSocketAddress address, boolean shared) throws IOException {
    DatagramChannel channel =
        DatagramChannel.open(
            address.getAddress() instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET);
    try {
      if (shared) {
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
      return channel.bind(address);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * Sets what is down in every zone; queries that come from now on are answered accordingly.
   *
   * @throws IllegalArgumentException if it names a health check that none of the zones has
   */
  public void setOutages(Outages outages) {
    state.zones().requireKnown(outages);
    setOutages(zone -> outages);
  }

  /** Sets what is down in each zone. */
  public void setOutages(Function<HostedZone, Outages> outages) {
    state.replace(state.zones().under(outages));
  }

  /** What was asked for since the start and what was answered, by name, type and count. */
  public List<QueryCount> counts() {
    return state.log().counts();
  }

  /**
   * Waits until a thread of it has ended although nobody closed the server: from then on it answers
   * in part, or not at all.
   *
   * @return what ended it
   */
  public Throwable awaitFailure() throws InterruptedException {
    return loops.awaitFailure();
  }

  /** Stops answering, and waits until its threads have ended. */
  @Override
  public void close() {
    loops.end();
    for (Channel channel : channels) {
      try {
        channel.close();
      } catch (IOException e) {
        // It is of no use any more, closed or not.
      }
    }
    tcp.wakeUp();
    loops.join();
  }
}
