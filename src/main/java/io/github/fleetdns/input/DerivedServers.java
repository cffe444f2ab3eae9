package io.github.fleetdns.input;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsDomains;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.LoadBalancerZones;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.S3WebsiteZones;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers of a zone that nobody described as a fleet: each address, host name or AWS resource
 * that answers lead to.
 *
 * <p>Its region is the one that its own DNS name says or, if that says none, the only one that the
 * latency policies of its record sets name.
 */
final class DerivedServers {
  private static final Set<RecordType> SERVING =
      Set.of(RecordType.A, RecordType.AAAA, RecordType.CNAME);

  private static final Pattern S3_WEBSITE = AwsDomains.endpoints("s3-website[.-]([a-z0-9-]+)");
  private static final Pattern API_GATEWAY =
      AwsDomains.endpoints(".*\\.execute-api\\.([a-z0-9-]+)");
  private static final Pattern APP_RUNNER =
      Pattern.compile(".+\\.([a-z0-9-]+)\\.awsapprunner\\.com");

  private final Map<String, Part> parts = new LinkedHashMap<>();

  private DerivedServers() {}

  static Servers of(HostedZone zone) {
    DerivedServers servers = new DerivedServers();
    zone.recordSets().stream().filter(set -> SERVING.contains(set.type())).forEach(servers::add);
    return new Servers(
        servers.parts.entrySet().stream()
            .map(part -> part.getValue().server(part.getKey(), zone))
            .toList());
  }

  private void add(RecordSet set) {
    if (set.content() instanceof Content.Values values) {
      for (String value : values.values()) {
        // Two spellings of one address are one server.
        part(Server.normal(value), set).values.add(value);
      }
    }
    set.alias()
        .map(Content.Alias::target)
        .flatMap(target -> name(target).map(name -> Map.entry(name, target)))
        .ifPresent(
            target -> {
              Part part = part(target.getKey(), set);
              part.targets.add(target.getValue());
              region(target.getValue()).ifPresent(part.stated::add);
            });
  }

  private Part part(String name, RecordSet set) {
    Part part = parts.computeIfAbsent(name, x -> new Part());
    part.recordSets.add(set.key());
    set.routing().flatMap(Routing::healthCheck).ifPresent(part.checks::add);
    if (set.policy().orElse(null) instanceof RoutingPolicy.Latency latency) {
      part.latency.add(latency.region());
    }
    return part;
  }

  private static Optional<String> name(AliasTarget target) {
    return target.match(
        sameZone -> Optional.empty(),
        resource -> Optional.of(resource.dnsName()),
        balancer -> Optional.of(balancer.name() + "." + balancer.region()),
        reference -> Optional.of(reference.dnsName()));
  }

  private static Optional<String> region(AliasTarget target) {
    return target.match(
        sameZone -> Optional.empty(),
        resource -> region(resource.dnsName()),
        balancer -> Optional.of(balancer.region()),
        reference -> Optional.empty());
  }

  private static Optional<String> region(String name) {
    return LoadBalancerZones.place(name)
        .map(LoadBalancerZones.Place::region)
        .or(() -> matched(S3_WEBSITE, name).filter(r -> S3WebsiteZones.id(r).isPresent()))
        .or(() -> matched(API_GATEWAY, name))
        .or(() -> matched(APP_RUNNER, name));
  }

  private static Optional<String> matched(Pattern pattern, String name) {
    Matcher matcher = pattern.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** A server in the making. */
  private static final class Part {
    private final Set<String> checks = new LinkedHashSet<>();
    private final Set<AliasTarget> targets = new LinkedHashSet<>();
    private final Set<String> values = new LinkedHashSet<>();
    private final Set<RecordSet.Key> recordSets = new LinkedHashSet<>();
    private final Set<String> latency = new LinkedHashSet<>();
    private final Set<String> stated = new LinkedHashSet<>();

    Server server(String name, HostedZone zone) {
      Set<String> regions = stated.isEmpty() ? latency : stated;
      Server server =
          new Server(
              name,
              regions.size() == 1 ? regions.stream().findFirst() : Optional.empty(),
              OptionalLong.empty(),
              List.copyOf(checks),
              values,
              targets,
              recordSets,
              Outages.NONE,
              true);
      return server.losing(Failures.lost(server, zone));
    }
  }
}
