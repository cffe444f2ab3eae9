package io.github.fleetdns.input;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.HealthCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
  private static final String DUAL_STACK = "dualstack.";

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
   * @param endpoints the endpoints that are down, whether or not it sees that
   */
  public record Failure(Outages outages, List<Endpoint> endpoints) {
    /** Nothing. */
    public static final Failure NONE = new Failure(Outages.NONE, List.of());

    /** Copies the list. */
    public Failure {
      endpoints = List.copyOf(endpoints);
    }

    /** Both. */
    public Failure and(Failure other) {
      List<Endpoint> all = new ArrayList<>(endpoints);
      other.endpoints.stream().filter(e -> !all.contains(e)).forEach(all::add);
      return new Failure(outages.and(other.outages), all);
    }
  }

  /** What it means that this is down; empty if the zone has nothing of the name. */
  public Optional<Failure> named(String name) {
    if (name.startsWith(REGION)) {
      List<Endpoint> there = input.endpoints().in(name.substring(REGION.length()));
      return there.isEmpty() ? Optional.empty() : Optional.of(all(there));
    }
    Optional<Endpoint> endpoint = input.endpoints().named(name);
    if (endpoint.isPresent()) {
      return Optional.of(of(endpoint.get()));
    }
    Optional<String> check = checkNamed(name);
    if (check.isPresent()) {
      return Optional.of(new Failure(Outages.ofChecks(check.get()), List.of()));
    }
    List<Endpoint> behind =
        input.endpoints().all().stream()
            .filter(e -> e.aliasTargets().stream().anyMatch(target -> isNamed(target, name)))
            .toList();
    return behind.isEmpty() ? Optional.empty() : Optional.of(all(behind));
  }

  /** What it means that these are down. */
  public Failure all(List<Endpoint> endpoints) {
    return endpoints.stream().map(this::of).reduce(Failure.NONE, Failure::and);
  }

  /** What it means that an endpoint is down. */
  public Failure of(Endpoint endpoint) {
    Set<String> down = new LinkedHashSet<>();
    Set<String> withoutData = new LinkedHashSet<>();
    for (String name : endpoint.healthChecks()) {
      HealthCheck check = input.zone().healthChecks().get(name);
      boolean isLoad =
          check instanceof HealthCheck.CloudWatchAlarm alarm && alarm.metric().isPresent();
      if (isLoad) {
        withoutData.add(name);
      } else if (!followsFromOthers(check, endpoint)) {
        down.add(name);
      }
    }
    Outages outages = new Outages(down, withoutData, endpoint.aliasTargets());
    return new Failure(outages, List.of(endpoint));
  }

  /** Whether a check counts another one of the endpoint's, which says by itself what it is. */
  private static boolean followsFromOthers(
      @org.jspecify.annotations.Nullable HealthCheck check, Endpoint endpoint) {
    return check instanceof HealthCheck.Calculated calculated
        && calculated.children().stream().anyMatch(endpoint.healthChecks()::contains);
  }

  /** The name of the health check of this name or Terraform address. */
  public Optional<String> checkNamed(String name) {
    return input.zone().healthChecks().containsKey(name)
        ? Optional.of(name)
        : input.terraform().flatMap(terraform -> terraform.healthCheckAt(name));
  }

  private static boolean isNamed(AliasTarget target, String name) {
    if (target instanceof AliasTarget.AwsResource resource) {
      return plain(resource.dnsName()).equals(plain(name));
    }
    if (target instanceof AliasTarget.LookedUpLoadBalancer balancer) {
      return balancer.name().equals(name);
    }
    return target instanceof AliasTarget.Reference reference && reference.dnsName().equals(name);
  }

  private static String plain(String dnsName) {
    String lower = dnsName.toLowerCase(Locale.ROOT);
    String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return name.startsWith(DUAL_STACK) ? name.substring(DUAL_STACK.length()) : name;
  }

  /** Everything that {@link #named} knows, for suggestions. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    input.endpoints().all().forEach(endpoint -> names.add(endpoint.name()));
    names.addAll(input.zone().healthChecks().keySet());
    input
        .terraform()
        .ifPresent(t -> t.healthChecks().values().forEach(source -> names.add(source.address())));
    input.endpoints().all().stream()
        .flatMap(endpoint -> endpoint.aliasTargets().stream())
        .filter(AliasTarget.AwsResource.class::isInstance)
        .forEach(target -> names.add(((AliasTarget.AwsResource) target).dnsName()));
    input.endpoints().regions().forEach(region -> names.add(REGION + region));
    return names;
  }
}
