package io.github.fleetdns.dns;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A zone with everything that looks different on the wire. */
final class WireZone {
  static final DomainName APEX = DomainName.of("example.com");

  private static final AliasTarget BALANCER =
      new AliasTarget.AwsResource(
          AwsService.LOAD_BALANCER,
          "dualstack.lb-1.eu-central-1.elb.amazonaws.com",
          "Z215JYRZR1TBD5");
  private static final AliasTarget LOOKED_UP =
      new AliasTarget.LookedUpLoadBalancer("gpu", "eu-central-1");

  private WireZone() {}

  static HostedZone zone() {
    List<RecordSet> sets = new ArrayList<>();
    Stream.of(
            "www A 192.0.2.1",
            "many A 192.0.2.1 192.0.2.2 192.0.2.3 192.0.2.4 192.0.2.5",
            "www AAAA 2001:db8::1",
            "mail MX 10~mx1.example.com. 20~mx2.example.com. 30~mx.example.net.",
            "mx1 A 192.0.2.11",
            "mx1 AAAA 2001:db8::11",
            "mx2 A 192.0.2.12",
            "one-mail MX 10~mx1.example.com.",
            "_sip._tcp SRV 10~5~5060~mx1.example.com. 20~5~5060~api.example.com.",
            "alias-of CNAME www.example.com.",
            "to-api CNAME api.example.com.",
            "outside CNAME www.example.net.",
            "sub NS ns1.sub.example.com. ns.example.net.",
            "ns1.sub A 192.0.2.53",
            "*.wild A 192.0.2.99",
            "wild-cname CNAME x.wild.example.com.",
            "_443._tcp.www TLSA 3~1~1~0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            "www CAA 0~issue~\"ca.example.net\"",
            "ptr PTR www.example.com.",
            "svc HTTPS 1~.~alpn=\"h2,h3\"",
            "deep.er.name TXT \"here\"")
        .forEach(line -> sets.add(simple(line)));
    sets.add(text("text", List.of("\"one \\\"quoted\\\" \\303\\274\" \"two\"", "\"three\"")));
    sets.add(text("big", texts(10)));
    sets.add(text("huge", texts(40)));
    sets.add(weighted("one", 3, "192.0.2.21"));
    sets.add(weighted("two", 1, "192.0.2.22"));
    for (int i = 1; i <= 12; i++) {
      sets.add(
          routed("pool", "m" + i, new RoutingPolicy.Multivalue(), values("192.0.2." + (100 + i))));
    }
    sets.add(geo("europe", GeoPlace.Continent.EUROPE, "192.0.2.31"));
    sets.add(geo("germany", new GeoPlace.Country("DE"), "192.0.2.32"));
    sets.add(geo("world", new GeoPlace.Default(), "192.0.2.33"));
    sets.add(geoOnly());
    sets.add(cidr("office", "192.0.2.41"));
    sets.add(cidr("*", "192.0.2.42"));
    sets.add(alias("tree", RecordType.A, new AliasTarget.SameZone(name("geo"))));
    sets.add(alias("lb", RecordType.A, BALANCER));
    sets.add(alias("looked-up", RecordType.A, LOOKED_UP));
    return new HostedZone(
        APEX,
        "",
        Map.of(),
        new Visibility.Public(),
        sets,
        Map.of("check-one", check(), "check-two", check()),
        List.of(
            new CidrCollection(
                "nets",
                Map.of(
                    "office",
                    List.of(
                        AddressBlock.of("198.51.100.0/26"), AddressBlock.of("2001:db8:1::/48"))))));
  }

  private static HealthCheck check() {
    return new HealthCheck.RoutingControl("arn:aws:x", HealthCheck.Common.PLAIN);
  }

  static DomainName name(String relative) {
    return relative.equals("@") ? APEX : APEX.prepend(relative);
  }

  /** {@code name type value…}, a ~ for each space in a value. */
  static RecordSet simple(String line) {
    String[] words = line.split(" ");
    List<String> values =
        Stream.of(words).skip(2).map(word -> word.replace('~', ' ')).collect(Collectors.toList());
    return RecordSet.simple(name(words[0]), RecordType.valueOf(words[1]), 300, values);
  }

  private static RecordSet text(String name, List<String> values) {
    return RecordSet.simple(name(name), RecordType.TXT, 300, values);
  }

  private static List<String> texts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> '"' + String.valueOf((char) ('a' + i % 26)).repeat(200) + i + '"')
        .toList();
  }

  private static Content values(String... values) {
    return new Content.Values(60, List.of(values));
  }

  private static RecordSet routed(String name, String id, RoutingPolicy policy, Content content) {
    return new RecordSet(
        name(name), RecordType.A, Optional.of(new Routing(id, policy, Optional.empty())), content);
  }

  private static RecordSet weighted(String id, long weight, String value) {
    return new RecordSet(
        name("api"),
        RecordType.A,
        Optional.of(
            new Routing(id, new RoutingPolicy.Weighted(weight), Optional.of("check-" + id))),
        values(value));
  }

  private static RecordSet geo(String id, GeoPlace place, String value) {
    return routed("geo", id, new RoutingPolicy.Geolocation(place), values(value));
  }

  private static RecordSet geoOnly() {
    return routed(
        "japan-only",
        "japan",
        new RoutingPolicy.Geolocation(new GeoPlace.Country("JP")),
        values("192.0.2.34"));
  }

  private static RecordSet cidr(String location, String value) {
    return routed("net", location, new RoutingPolicy.Cidr("nets", location), values(value));
  }

  private static RecordSet alias(String name, RecordType type, AliasTarget target) {
    return new RecordSet(name(name), type, Optional.empty(), new Content.Alias(target, false));
  }
}
