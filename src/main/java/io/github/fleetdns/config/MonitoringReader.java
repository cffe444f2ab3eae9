package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Monitoring;
import io.github.fleetdns.problem.Problem;
import java.util.List;
import java.util.Optional;

/** The {@code notify:} and {@code dashboard:} of a fleet. */
final class MonitoringReader {
  private MonitoringReader() {}

  /**
   * Reads both.
   *
   * @param checks whether any endpoint has a health check to tell of
   */
  static Monitoring read(YamlFields root, boolean checks, List<Problem> problems) {
    Optional<Monitoring.Notify> notify = notify(root.map("notify"));
    if (notify.isPresent() && !checks) {
      problems.add(
          Problem.warning(
              root.at("notify"),
              "notify-nothing",
              "no endpoint has a health check, so there is nothing to tell; give one health: or"
                  + " load:"));
    }
    return new Monitoring(notify, root.truth("dashboard").orElse(false));
  }

  private static Optional<Monitoring.Notify> notify(YamlFields fields) {
    List<String> addresses =
        fields.textList("email").stream().map(YamlNode.Scalar::text).distinct().toList();
    if (!addresses.isEmpty()) {
      return Optional.of(new Monitoring.Email(addresses));
    }
    return fields.text("topic").map(Monitoring.Topic::new);
  }
}
