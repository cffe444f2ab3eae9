package io.github.fleetdns.adopt;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Health;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.fleet.Verbatim;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The servers behind the record sets of a zone: one for each target and check, called after what it
 * is known by.
 */
final class Endpoints {
  /** Words that say which of several a record set is, and nothing about the server. */
  private static final Set<String> PLACES =
      Set.of("primary", "secondary", "default", "main", "backup", "blue", "green");

  private final HostedZone zone;
  private final Adoption.Given given;
  private final Map<Identity, Found> found = new LinkedHashMap<>();
  private final Map<Target, String> published;
  private final Map<String, Identity> byName = new HashMap<>();
  private final Map<Target, Found> byTarget = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> checkNames = new LinkedHashMap<>();
  private final Map<String, String> comments = new LinkedHashMap<>();

  /** What makes an endpoint one. */
  private record Identity(Target target, Optional<String> check) {}

  private static final class Found {
    final Set<String> regions = new LinkedHashSet<>();
    final List<Named> names = new ArrayList<>();
    String name = "";
    Optional<Health> health = Optional.empty();
    OptionalLong ttl = OptionalLong.empty();
    boolean publish;
  }

  /** A name that an endpoint may have, and what it was taken from. */
  record Named(String name, String from) {}

  /**
   * Endpoints of a zone.
   *
   * @param published by target, under which label of the zone it has a record of its own
   */
  Endpoints(HostedZone zone, Adoption.Given given, Map<Target, String> published) {
    this.zone = zone;
    this.given = given;
    this.published = published;
  }

  /** Notes a use of a target, with what the user of it calls it. */
  void use(Target target, Optional<String> check, Optional<String> region, List<Named> names) {
    Found one = found.computeIfAbsent(new Identity(target, check), identity -> new Found());
    region.ifPresent(one.regions::add);
    one.names.addAll(names);
  }

  /** Gives all of them their names, and their checks to those that can have them. */
  void settle(Map<Target, OptionalLong> ttls) {
    dropBareTwins();
    Set<Target> out = new HashSet<>();
    found.forEach(
        (identity, one) -> {
          String label = published.get(identity.target());
          if (label != null && out.add(identity.target())) {
            one.name = label;
            one.publish = true;
            one.ttl = ttls.getOrDefault(identity.target(), OptionalLong.empty());
            taken.add(label.toLowerCase(Locale.ROOT));
          }
        });
    found.forEach(
        (identity, one) -> {
          if (one.name.isEmpty()) {
            Named named = name(identity, one);
            one.name = named.name();
            comments.put(named.name(), named.from());
          }
        });
    found.forEach(
        (identity, one) -> {
          byName.put(one.name, identity);
          byTarget.putIfAbsent(identity.target(), one);
        });
    Set<String> own = new HashSet<>();
    Map<String, Integer> uses = new HashMap<>();
    found.keySet().forEach(i -> i.check().ifPresent(check -> uses.merge(check, 1, Integer::sum)));
    found.forEach(
        (identity, one) ->
            identity
                .check()
                .filter(check -> uses.getOrDefault(check, 0) == 1)
                .flatMap(check -> health(one.name, identity, check))
                .ifPresent(
                    health -> {
                      one.health = Optional.of(health);
                      own.add(one.name);
                      checkNames.put(identity.check().orElseThrow(), one.name);
                    }));
    for (String check : zone.healthChecks().keySet()) {
      if (!checkNames.containsKey(check)) {
        checkNames.put(check, free(nameOfCheck(check), own));
        own.add(checkNames.get(check));
      }
    }
    found.forEach(
        (identity, one) -> {
          if (one.health.isEmpty()) {
            one.health =
                identity
                    .check()
                    .map(
                        check ->
                            new Health(
                                new Health.Shared(checkNames.getOrDefault(check, check)),
                                false,
                                false));
          }
        });
  }

  /** Of a target with and without a check, the one with it serves for both. */
  private void dropBareTwins() {
    Map<Target, Found> checked = new HashMap<>();
    found.forEach(
        (identity, one) -> {
          if (identity.check().isPresent()) {
            checked.putIfAbsent(identity.target(), one);
          }
        });
    for (Identity identity : List.copyOf(found.keySet())) {
      Found one = checked.get(identity.target());
      Found bare = found.get(identity);
      if (identity.check().isEmpty() && one != null && bare != null) {
        found.remove(identity);
        one.regions.addAll(bare.regions);
        one.names.addAll(bare.names);
      }
    }
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int i = 2; taken.contains(candidate); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }

  private String nameOfCheck(String check) {
    return Optional.ofNullable(given.checkTags().get(check))
        .map(tags -> tags.get("Name"))
        .filter(name -> !name.isBlank())
        .orElse(check);
  }

  private Named name(Identity identity, Found one) {
    List<Named> candidates = new ArrayList<>();
    identity
        .check()
        .flatMap(check -> Optional.ofNullable(given.checkTags().get(check)))
        .flatMap(tags -> Optional.ofNullable(tags.get("Name")))
        .ifPresent(name -> candidates.add(new Named(name, "the Name tag of its health check")));
    one.names.stream()
        .filter(named -> named.from().equals(Draft.OF_MULTIVALUE))
        .forEach(candidates::add);
    candidates.addAll(ofTarget(identity.target()));
    candidates.addAll(one.names);
    for (Named candidate : candidates) {
      String name = slug(candidate.name());
      boolean says = !PLACES.contains(name) && !name.matches("\\d*");
      if ((says || candidate.from().equals(Draft.OF_MULTIVALUE))
          && Endpoint.NAME.matcher(name).matches()
          && taken.add(name.toLowerCase(Locale.ROOT))) {
        return new Named(name, candidate.from());
      }
    }
    String base = candidates.isEmpty() ? "server" : slug(candidates.get(0).name());
    base = Endpoint.NAME.matcher(base).matches() && base.length() < 58 ? base : "server";
    for (int i = 2; ; i++) {
      if (taken.add((base + "-" + i).toLowerCase(Locale.ROOT))) {
        return new Named(base + "-" + i, "a number: what it is called is not known");
      }
    }
  }

  private static List<Named> ofTarget(Target target) {
    return target.match(
        addresses -> List.of(),
        hostname -> List.of(new Named(hostname.hostname().labels().get(0), "its host name")),
        alias -> alias.resource().accept(NAME));
  }

  private static final AliasedResource.Visitor<List<Named>> NAME =
      new AliasedResource.Visitor<>() {
        private List<Named> first(String dnsName, String from) {
          String label = dnsName.replaceFirst("^dualstack\\.", "").replaceFirst("\\..*", "");
          return List.of(new Named(label.replaceFirst("-[0-9a-f]{8,}$", ""), from));
        }

        @Override
        public List<Named> loadBalancer(AliasedResource.LoadBalancer resource) {
          return first(
              resource.dnsName().replaceFirst("^internal-", ""), "its load balancer's name");
        }

        @Override
        public List<Named> namedLoadBalancer(AliasedResource.NamedLoadBalancer resource) {
          return List.of(new Named(resource.name(), "its load balancer's name"));
        }

        @Override
        public List<Named> cloudFront(AliasedResource.CloudFront resource) {
          return List.of();
        }

        @Override
        public List<Named> globalAccelerator(AliasedResource.GlobalAccelerator resource) {
          return List.of();
        }

        @Override
        public List<Named> apiGateway(AliasedResource.ApiGateway resource) {
          return List.of();
        }

        @Override
        public List<Named> s3Website(AliasedResource.S3Website resource) {
          return List.of();
        }

        @Override
        public List<Named> vpcEndpoint(AliasedResource.VpcEndpoint resource) {
          return List.of();
        }

        @Override
        public List<Named> otherRecord(AliasedResource.OtherRecord resource) {
          return resource.name().equals("@")
              ? List.of(new Named("apex", "the record that it leads to"))
              : List.of(new Named(resource.name(), "the record that it leads to"));
        }

        @Override
        public List<Named> reference(AliasedResource.Reference resource) {
          return List.of();
        }
      };

  /** A text in the characters of names. */
  static String slug(String text) {
    String slug = text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.length() > 60 ? slug.substring(0, 60).replaceAll("-+$", "") : slug;
  }

  /** The check as the endpoint's own, if it then comes out the same. */
  private Optional<Health> health(String name, Identity identity, String check) {
    HealthCheck wanted = zone.healthChecks().get(check);
    if (wanted == null) {
      return Optional.empty();
    }
    Optional<Health.Probe> probe =
        wanted.match(
            endpoint -> Optional.of(connect(endpoint, identity.target())),
            calculated -> Optional.empty(),
            alarm -> Optional.empty(),
            control -> Optional.of(new Health.RoutingControl(control.arn())));
    Map<String, String> usual = new LinkedHashMap<>(zone.tags());
    usual.put("Name", name);
    Map<String, String> tags = given.checkTags().getOrDefault(check, Map.of());
    Optional<Health> health =
        probe.map(
            of ->
                new Health(
                    of,
                    wanted.common().inverted(),
                    wanted.common().disabled(),
                    tags.equals(usual) ? Optional.empty() : Optional.of(tags)));
    return health.filter(of -> made(name, identity.target(), of).equals(Optional.of(wanted)));
  }

  /** The check that the compiler makes of an endpoint's health. */
  private Optional<HealthCheck> made(String name, Target target, Health health) {
    Endpoint endpoint = Endpoint.to(name, target).withHealth(health).unpublished();
    Fleet fleet =
        Fleet.builder("one", zone.name().toString()).zone(given.zone()).endpoint(endpoint).build();
    return Optional.ofNullable(FleetCompiler.compile(fleet).zone().healthChecks().get(name));
  }

  private static Health.Probe connect(HealthCheck.Endpoint check, Target target) {
    int usual = check.protocol() == HealthCheck.Protocol.HTTPS ? 443 : 80;
    boolean portSaid = check.port() != usual || check.protocol() == HealthCheck.Protocol.TCP;
    boolean hostSaid = target.match(addresses -> true, hostname -> false, alias -> false);
    return new Health.Connect(
        check.protocol(),
        portSaid ? OptionalInt.of(check.port()) : OptionalInt.empty(),
        check.path(),
        hostSaid ? check.host() : Optional.empty(),
        check.search(),
        check.sni().orElse(true),
        check.interval(),
        check.failures(),
        check.regions(),
        check.measureLatency());
  }

  /** The endpoint of a target; one with another check, or none, if there is no such. */
  String of(Target target, Optional<String> check) {
    Found one = found.get(new Identity(target, check));
    if (one == null) {
      one = byTarget.get(target);
    }
    if (one == null) {
      throw new IllegalArgumentException("not used: " + target);
    }
    return one.name;
  }

  /** The check, by the zone's name, that an endpoint brings along. */
  Optional<String> checkOf(String endpoint) {
    return Optional.ofNullable(byName.get(endpoint)).flatMap(Identity::check);
  }

  /** The region that latency routing says an endpoint is in, if it says one. */
  Optional<String> regionOf(String endpoint) {
    return Optional.ofNullable(byName.get(endpoint))
        .map(found::get)
        .filter(one -> one.regions.size() == 1)
        .map(one -> one.regions.iterator().next());
  }

  /** Whether something leads to a target. */
  boolean isNoted(Target target) {
    return found.containsKey(new Identity(target, Optional.empty()))
        || found.keySet().stream().anyMatch(one -> one.target().equals(target));
  }

  /** The endpoints in the order in which they were found. */
  List<Endpoint> all() {
    List<Endpoint> all = new ArrayList<>();
    found.forEach(
        (identity, one) ->
            all.add(
                new Endpoint(
                    one.name,
                    one.regions.size() == 1
                        ? Optional.of(one.regions.iterator().next())
                        : Optional.empty(),
                    identity.target(),
                    one.ttl,
                    OptionalLong.empty(),
                    one.health,
                    Optional.empty(),
                    one.publish)));
    return all;
  }

  /** By the zone's name of a check that of the fleet. */
  Map<String, String> checkNames() {
    return checkNames;
  }

  /** What the names of endpoints that are not published were taken from. */
  Map<String, String> comments() {
    return comments;
  }

  /** The checks that are no endpoint's own. */
  Map<String, Verbatim.Check> shared() {
    Set<String> own = new HashSet<>();
    found.values().stream()
        .filter(
            one ->
                one.health.filter(health -> !(health.probe() instanceof Health.Shared)).isPresent())
        .forEach(one -> own.add(one.name));
    Map<String, Verbatim.Check> shared = new LinkedHashMap<>();
    zone.healthChecks()
        .forEach(
            (name, check) -> {
              String called = checkNames.getOrDefault(name, name);
              if (!own.contains(called)) {
                shared.put(
                    called,
                    new Verbatim.Check(
                        Difference.renamed(check, checkNames),
                        given.checkTags().getOrDefault(name, Map.of())));
              }
            });
    return shared;
  }
}
