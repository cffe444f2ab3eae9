package io.github.fleetdns.dns;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AddressedEnvelope;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Netty's DNS client: its wire format is its own. Retries over TCP what comes truncated. */
final class NettyClient implements AutoCloseable {
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final DnsNameResolver resolver;

  NettyClient(InetSocketAddress server) {
    resolver =
        new DnsNameResolverBuilder(group.next())
            .datagramChannelType(NioDatagramChannel.class)
            .socketChannelType(NioSocketChannel.class)
            .nameServerProvider(new SingletonDnsServerAddressStreamProvider(server))
            .queryTimeoutMillis(20_000)
            .maxPayloadSize(1232)
            .recursionDesired(false)
            .build();
  }

  /** The data of the answers to many equal questions, of which some are asked at a time. */
  List<List<byte[]>> ask(String name, DnsRecordType type, int times) throws Exception {
    List<List<byte[]>> answers = new ArrayList<>();
    int window = 64;
    for (int asked = 0; asked < times; asked += window) {
      List<Future<AddressedEnvelope<DnsResponse, InetSocketAddress>>> waiting = new ArrayList<>();
      for (int i = asked; i < Math.min(times, asked + window); i++) {
        waiting.add(resolver.query(new DefaultDnsQuestion(name, type)));
      }
      for (Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> future : waiting) {
        AddressedEnvelope<DnsResponse, InetSocketAddress> envelope = future.sync().getNow();
        try {
          answers.add(data(envelope.content()));
        } finally {
          envelope.release();
        }
      }
    }
    return answers;
  }

  private static List<byte[]> data(DnsResponse response) {
    List<byte[]> data = new ArrayList<>();
    for (int i = 0; i < response.count(DnsSection.ANSWER); i++) {
      ByteBuf content = ((DnsRawRecord) response.recordAt(DnsSection.ANSWER, i)).content();
      byte[] bytes = new byte[content.readableBytes()];
      content.getBytes(content.readerIndex(), bytes);
      data.add(bytes);
    }
    return data;
  }

  /** The addresses of one answer each, in the order they came in. */
  List<List<String>> addresses(String name, int times) throws Exception {
    List<List<String>> all = new ArrayList<>();
    for (List<byte[]> answer : ask(name, DnsRecordType.A, times)) {
      List<String> addresses = new ArrayList<>();
      for (byte[] bytes : answer) {
        addresses.add(InetAddress.getByAddress(bytes).getHostAddress());
      }
      all.add(addresses);
    }
    return all;
  }

  @Override
  public void close() {
    resolver.close();
    group.shutdownGracefully(0, 5, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
  }
}
