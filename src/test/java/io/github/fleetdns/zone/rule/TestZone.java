package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Zones in a few words, for tests; names are relative to example.com unless they end in a dot. */
final class TestZone {
  static final DomainName APEX = DomainName.of("example.com");
  static final String CLOUDFRONT_ID = "Z2FDTNDATAQYW2";

  private final List<RecordSet> sets = new ArrayList<>();
  private final Map<String, HealthCheck> checks = new LinkedHashMap<>();
  private final Map<String, Map<String, List<AddressBlock>>> networks = new LinkedHashMap<>();
  private Visibility visibility = new Visibility.Public();
  private String comment = "";
  private DomainName apex = APEX;

  static TestZone zone(Set... sets) {
    TestZone zone = new TestZone();
    for (Set set : sets) {
      zone.sets.add(set.build());
    }
    return zone;
  }

  /** A zone of simple record sets, each {@code name type value…}; {@code ~} is a space. */
  static TestZone simple(String... lines) {
    TestZone zone = new TestZone();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      List<String> values =
          Arrays.stream(words).skip(2).map(value -> value.replace('~', ' ')).toList();
      zone.sets.add(RecordSet.simple(nameOf(words[0]), RecordType.valueOf(words[1]), 300, values));
    }
    return zone;
  }

  TestZone named(String name) {
    apex = DomainName.of(name);
    return this;
  }

  TestZone commented(String text) {
    comment = text;
    return this;
  }

  TestZone check(String name, HealthCheck check) {
    checks.put(name, check);
    return this;
  }

  TestZone network(String collection, String location, String... blocks) {
    networks
        .computeIfAbsent(collection, name -> new LinkedHashMap<>())
        .put(location, Arrays.stream(blocks).map(AddressBlock::of).toList());
    return this;
  }

  TestZone inVpcs(String... ids) {
    visibility =
        new Visibility.Private(
            Arrays.stream(ids).map(id -> new Visibility.Vpc(id, Optional.empty())).toList());
    return this;
  }

  HostedZone build() {
    return new HostedZone(
        apex,
        comment,
        Map.of(),
        visibility,
        sets,
        checks,
        networks.entrySet().stream()
            .map(entry -> new CidrCollection(entry.getKey(), entry.getValue()))
            .toList());
  }

  static DomainName nameOf(String name) {
    if (name.equals("@")) {
      return APEX;
    }
    return name.endsWith(".") ? DomainName.of(name) : APEX.prepend(name);
  }

  /** An A record set of the name {@code api}, unless said otherwise. */
  static Set set(String id) {
    return new Set("api", id);
  }

  /** A record set of another name. */
  static Set set(String name, String id) {
    return new Set(name, id);
  }

  /** One record set. */
  static final class Set {
    private final DomainName name;
    private final String id;
    private RecordType type = RecordType.A;
    private Optional<RoutingPolicy> policy = Optional.empty();
    private Optional<String> check = Optional.empty();
    private long ttl = 60;
    private List<String> values = List.of("8.8.8.8");
    private Optional<AliasTarget> target = Optional.empty();
    private boolean targetHealth = true;

    private Set(String name, String id) {
      this.name = nameOf(name);
      this.id = id;
    }

    Set type(RecordType other) {
      type = other;
      return this;
    }

    Set ttl(long seconds) {
      ttl = seconds;
      return this;
    }

    Set values(String... texts) {
      values = List.of(texts);
      return this;
    }

    Set alias(String to) {
      target = Optional.of(new AliasTarget.SameZone(nameOf(to)));
      return this;
    }

    Set alias(AwsService service, String dnsName, String zoneId) {
      target = Optional.of(new AliasTarget.AwsResource(service, dnsName, zoneId));
      return this;
    }

    Set cloudfront() {
      return alias(AwsService.CLOUDFRONT, "d1.cloudfront.net", CLOUDFRONT_ID).blind();
    }

    Set bucket() {
      return alias(
          AwsService.S3_WEBSITE, "s3-website.eu-central-1.amazonaws.com", "Z21DNDUVLTQW6Q");
    }

    Set balancer() {
      return alias(
          AwsService.LOAD_BALANCER,
          "dualstack.ai-1.eu-central-1.elb.amazonaws.com",
          "Z215JYRZR1TBD5");
    }

    /** Does not evaluate the health of the target. */
    Set blind() {
      targetHealth = false;
      return this;
    }

    Set checked(String name) {
      check = Optional.of(name);
      return this;
    }

    Set policy(RoutingPolicy other) {
      policy = Optional.of(other);
      return this;
    }

    Set weighted(long weight) {
      return policy(new RoutingPolicy.Weighted(weight));
    }

    /** An alias to a resource of the same Terraform configuration. */
    Set reference(AwsService service) {
      target = Optional.of(new AliasTarget.Reference(service, "${x.dns_name}", "${x.zone_id}"));
      return this;
    }

    /** An alias to a load balancer that Terraform looks up. */
    Set lookedUp() {
      target = Optional.of(new AliasTarget.LookedUpLoadBalancer("ai", "eu-west-1"));
      return this;
    }

    Set latency(String region) {
      return policy(new RoutingPolicy.Latency(region));
    }

    Set geo(GeoPlace place) {
      return policy(new RoutingPolicy.Geolocation(place));
    }

    Set country(String code) {
      return geo(new GeoPlace.Country(code));
    }

    Set state(String country, String code) {
      return geo(new GeoPlace.Subdivision(country, code));
    }

    Set everywhere() {
      return geo(new GeoPlace.Default());
    }

    Set near(GeoLocation location, int bias) {
      return policy(new RoutingPolicy.Geoproximity(location, bias));
    }

    Set near(String latitude, String longitude) {
      return near(new GeoLocation.Coordinates(latitude, longitude), 0);
    }

    Set primary() {
      return policy(new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.PRIMARY));
    }

    Set secondary() {
      return policy(new RoutingPolicy.Failover(RoutingPolicy.Failover.Role.SECONDARY));
    }

    Set multivalue() {
      return policy(new RoutingPolicy.Multivalue());
    }

    Set cidr(String collection, String location) {
      return policy(new RoutingPolicy.Cidr(collection, location));
    }

    private RecordSet build() {
      Content content =
          target
              .<Content>map(to -> new Content.Alias(to, targetHealth))
              .orElse(new Content.Values(ttl, values));
      return new RecordSet(name, type, policy.map(p -> new Routing(id, p, check)), content);
    }
  }

  /** An HTTPS check with a part changed. */
  static Check https(String address) {
    return new Check(HealthCheck.Protocol.HTTPS).address(address);
  }

  static Check https() {
    return new Check(HealthCheck.Protocol.HTTPS);
  }

  static Check tcp(String address) {
    return new Check(HealthCheck.Protocol.TCP).address(address);
  }

  static HealthCheck calculated(int atLeast, String... children) {
    return new HealthCheck.Calculated(List.of(children), atLeast, HealthCheck.Common.PLAIN);
  }

  static HealthCheck alarm(String name, String region) {
    return new HealthCheck.CloudWatchAlarm(
        name,
        region,
        HealthCheck.InsufficientData.HEALTHY,
        Optional.empty(),
        HealthCheck.Common.PLAIN);
  }

  static HealthCheck routingControl(String arn) {
    return new HealthCheck.RoutingControl(arn, HealthCheck.Common.PLAIN);
  }

  /** A health check of an endpoint. */
  static final class Check {
    private final HealthCheck.Protocol protocol;
    private Optional<IpAddress> address = Optional.empty();
    private Optional<String> host = Optional.empty();
    private int port = 443;
    private Optional<String> path = Optional.empty();
    private Optional<String> search = Optional.empty();
    private int interval = 30;
    private int failures = 3;
    private List<String> regions = List.of();
    private Optional<Boolean> sni = Optional.empty();
    private HealthCheck.Common common = HealthCheck.Common.PLAIN;

    private Check(HealthCheck.Protocol protocol) {
      this.protocol = protocol;
    }

    Check address(String text) {
      address = Optional.of(IpAddress.of(text));
      return this;
    }

    Check host(String text) {
      host = Optional.of(text);
      return this;
    }

    Check port(int number) {
      port = number;
      return this;
    }

    Check path(String text) {
      path = Optional.of(text);
      return this;
    }

    Check search(String text) {
      search = Optional.of(text);
      return this;
    }

    Check every(int seconds, int times) {
      interval = seconds;
      failures = times;
      return this;
    }

    Check from(String... names) {
      regions = List.of(names);
      return this;
    }

    Check sni(boolean on) {
      sni = Optional.of(on);
      return this;
    }

    Check disabled() {
      common = new HealthCheck.Common(false, true);
      return this;
    }

    HealthCheck build() {
      return new HealthCheck.Endpoint(
          protocol, address, host, port, path, search, interval, failures, regions, false, sni,
          common);
    }
  }
}
