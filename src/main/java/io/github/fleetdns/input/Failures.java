package io.github.fleetdns.input;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What users call down, and what of it Route 53 sees.
 *
 * <p>A name is an endpoint, a health check (its name or its Terraform address), the DNS name of an
 * alias's target, or {@code region:us-east-1} for every endpoint there. An endpoint that is down
 * fails its health checks, its alarms on load lack data, and aliases to it are unhealthy; without
 * any of these Route 53 does not notice.
 */
public final class Failures {
  private static final String REGION = "region:";

  private final ZoneInput input;

  private Failures(ZoneInput input) {
    this.input = input;
  }

  /** The failures that a zone can have. */
  public static Failures of(ZoneInput input) {
    return new Failures(input);
  }

  /**
   * Something that is down.
   *
   * @param outages what Route 53 can see of it
   * @param servers the servers that are down, whether or not it sees that
   */
  public record Failure(Outages outages, List<Server> servers) {
    /** Nothing. */
    public static final Failure NONE = new Failure(Outages.NONE, List.of());

    /** Copies the list. */
    public Failure {
      servers = List.copyOf(servers);
    }

    /** Both. */
    public Failure and(Failure other) {
      List<Server> all = new ArrayList<>(servers);
      other.servers.stream().filter(e -> !all.contains(e)).forEach(all::add);
      return new Failure(outages.and(other.outages), all);
    }
  }

  /** What it means that this is down; empty if the zone has nothing of the name. */
  public Optional<Failure> named(String name) {
    if (name.startsWith(REGION)) {
      List<Server> there = input.servers().in(name.substring(REGION.length()));
      return there.isEmpty() ? Optional.empty() : Optional.of(all(there));
    }
    Optional<Server> server = input.servers().named(name);
    if (server.isPresent()) {
      return Optional.of(of(server.get()));
    }
    Optional<String> check = checkNamed(name);
    if (check.isPresent()) {
      return Optional.of(new Failure(Outages.ofChecks(check.get()), List.of()));
    }
    List<Server> behind =
        input.servers().all().stream()
            .filter(e -> e.targets().stream().anyMatch(target -> target.isCalled(name)))
            .toList();
    return behind.isEmpty() ? Optional.empty() : Optional.of(all(behind));
  }

  /** What it means that these are down. */
  public Failure all(List<Server> servers) {
    return servers.stream().map(this::of).reduce(Failure.NONE, Failure::and);
  }

  /** What it means that a server is down. */
  public Failure of(Server server) {
    return new Failure(server.lost(), List.of(server));
  }

  /** What Route 53 notices when a server of a zone is lost. */
  static Outages lost(Server server, HostedZone zone) {
    Set<String> down = new LinkedHashSet<>();
    Set<String> withoutData = new LinkedHashSet<>();
    for (String name : server.checks()) {
      HealthCheck check = zone.healthChecks().get(name);
      boolean isLoad =
          check instanceof HealthCheck.CloudWatchAlarm alarm && alarm.metric().isPresent();
      if (isLoad) {
        withoutData.add(name);
      } else if (!followsFromOthers(check, server)) {
        down.add(name);
      }
    }
    return new Outages(down, withoutData, server.targets());
  }

  /** Whether a check counts another one of the server's, which says by itself what it is. */
  private static boolean followsFromOthers(
      @org.jspecify.annotations.Nullable HealthCheck check, Server server) {
    return check != null && check.children().stream().anyMatch(server.checks()::contains);
  }

  /** The name of the health check of this name or Terraform address. */
  public Optional<String> checkNamed(String name) {
    return input.zone().healthChecks().containsKey(name)
        ? Optional.of(name)
        : input.parts().stream()
            .flatMap(part -> part.terraform().stream())
            .flatMap(terraform -> terraform.healthCheckAt(name).stream())
            .findFirst();
  }

  /** Everything that {@link #named} knows, for suggestions. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    input.servers().all().forEach(server -> names.add(server.name()));
    names.addAll(input.zone().healthChecks().keySet());
    input.parts().stream()
        .flatMap(part -> part.terraform().stream())
        .forEach(t -> t.healthChecks().values().forEach(source -> names.add(source.address())));
    input.servers().all().stream()
        .flatMap(server -> server.targets().stream())
        .forEach(target -> names.add(target.handle()));
    input.servers().regions().forEach(region -> names.add(REGION + region));
    return names;
  }
}
