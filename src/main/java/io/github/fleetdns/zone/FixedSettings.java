package io.github.fleetdns.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a health check Route 53 does not change once it is made (route53.md#check-immutable): a
 * check in which it differs has to be another one.
 */
public final class FixedSettings {
  private FixedSettings() {}

  /**
   * What a new check has to be made for, in words; none if the old one can be changed.
   *
   * @param old the check that is there
   * @param now what it shall be
   */
  public static List<String> changed(HealthCheck old, HealthCheck now) {
    List<String> changed = new ArrayList<>();
    if (!kind(old).equals(kind(now))) {
      changed.add("the type");
    }
    changed.addAll(
        old.match(
            was ->
                now.match(is -> changed(was, is), x -> List.of(), x -> List.of(), x -> List.of()),
            calculated -> List.of(),
            alarm -> List.of(),
            was ->
                now.match(x -> List.of(), x -> List.of(), x -> List.of(), is -> changed(was, is))));
    return List.copyOf(changed);
  }

  private static List<String> changed(HealthCheck.Endpoint was, HealthCheck.Endpoint is) {
    List<String> changed = new ArrayList<>();
    addIf(changed, was.interval() != is.interval(), "the interval");
    addIf(changed, was.measureLatency() != is.measureLatency(), "whether latency is measured");
    addIf(
        changed,
        was.address().isPresent() != is.address().isPresent(),
        "whether there is an IP address");
    return changed;
  }

  private static List<String> changed(
      HealthCheck.RoutingControl was, HealthCheck.RoutingControl is) {
    List<String> changed = new ArrayList<>();
    addIf(changed, !was.arn().equals(is.arn()), "the routing control");
    addIf(
        changed,
        !was.common().equals(is.common()),
        "whether a routing control is inverted or disabled");
    return changed;
  }

  /**
   * What of this Terraform's provider does not know that it is fixed, as a word that changes with
   * it; empty for most checks. The provider would try to update it in vain.
   */
  public static Optional<String> beyondProvider(HealthCheck check) {
    return check.match(
        endpoint -> endpoint.address().isPresent() ? Optional.empty() : Optional.of("by-name"),
        calculated -> Optional.empty(),
        alarm -> Optional.empty(),
        control -> beyondProvider(control.common()));
  }

  private static Optional<String> beyondProvider(HealthCheck.Common common) {
    if (common.inverted()) {
      return Optional.of(common.disabled() ? "inverted-disabled" : "inverted");
    }
    return common.disabled() ? Optional.of("disabled") : Optional.empty();
  }

  private static void addIf(List<String> changed, boolean differs, String what) {
    if (differs) {
      changed.add(what);
    }
  }

  private static String kind(HealthCheck check) {
    return check.match(
        endpoint -> endpoint.protocol() + (endpoint.search().isPresent() ? " with a text" : ""),
        calculated -> "calculated",
        alarm -> "alarm",
        control -> "routing control");
  }
}
