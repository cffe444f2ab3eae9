package io.github.fleetdns.conformance;

import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.IpAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Health checks in a few words, as {@link ZoneText} writes them:
 *
 * <pre>
 * http | https | tcp
 * http searching ready                      the body must have the word
 * calculated 2 of berlin paris london       healthy when two of them are
 * alarm unhealthy-without-data              or healthy-without-data, last-known-without-data
 * routing-control
 * … inverted, … disabled, … disabled inverted
 * </pre>
 */
final class CheckText {
  private CheckText() {}

  static HealthCheck read(String text) {
    List<String> words = new ArrayList<>(List.of(text.trim().split("\\s+")));
    boolean inverted = words.remove("inverted");
    boolean disabled = words.remove("disabled");
    HealthCheck.Common common = new HealthCheck.Common(inverted, disabled);
    Deque<String> rest = new ArrayDeque<>(words);
    String kind = rest.pop();
    HealthCheck check =
        switch (kind) {
          case "http", "https", "tcp" -> endpoint(kind, search(rest), common);
          case "calculated" -> calculated(rest, common);
          case "alarm" -> alarm(rest.pop(), common);
          case "routing-control" -> new HealthCheck.RoutingControl("arn:aws:control", common);
          default -> throw new IllegalArgumentException("no kind of health check: " + text);
        };
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("\"" + rest.peek() + "\" in the health check " + text);
    }
    return check;
  }

  private static Optional<String> search(Deque<String> rest) {
    if (rest.isEmpty() || !rest.peek().equals("searching")) {
      return Optional.empty();
    }
    rest.pop();
    return Optional.of(rest.pop());
  }

  private static HealthCheck endpoint(
      String protocol, Optional<String> search, HealthCheck.Common common) {
    HealthCheck.Protocol spoken = HealthCheck.Protocol.valueOf(protocol.toUpperCase(Locale.ROOT));
    return new HealthCheck.Endpoint(
        spoken,
        Optional.of(IpAddress.of("8.8.8.8")),
        Optional.empty(),
        443,
        Optional.empty(),
        search,
        30,
        3,
        List.of(),
        false,
        Optional.empty(),
        common);
  }

  private static HealthCheck calculated(Deque<String> rest, HealthCheck.Common common) {
    int atLeast = Integer.parseInt(rest.pop());
    if (!rest.pop().equals("of")) {
      throw new IllegalArgumentException("calculated N of CHECK…");
    }
    List<String> children = List.copyOf(rest);
    rest.clear();
    return new HealthCheck.Calculated(children, atLeast, common);
  }

  private static HealthCheck alarm(String lack, HealthCheck.Common common) {
    for (HealthCheck.InsufficientData status : HealthCheck.InsufficientData.values()) {
      if (lack.equals(lackOf(status))) {
        return new HealthCheck.CloudWatchAlarm(
            "alarm", "eu-central-1", status, Optional.empty(), common);
      }
    }
    throw new IllegalArgumentException("alarm " + lack);
  }

  private static String lackOf(HealthCheck.InsufficientData status) {
    return switch (status) {
      case HEALTHY -> "healthy-without-data";
      case UNHEALTHY -> "unhealthy-without-data";
      case LAST_KNOWN_STATUS -> "last-known-without-data";
    };
  }

  static String write(HealthCheck check) {
    String text;
    if (check instanceof HealthCheck.Endpoint endpoint) {
      text =
          endpoint.protocol().name().toLowerCase(Locale.ROOT)
              + endpoint.search().map(word -> " searching " + word).orElse("");
    } else if (check instanceof HealthCheck.Calculated calculated) {
      text =
          "calculated " + calculated.atLeast() + " of " + String.join(" ", calculated.children());
    } else if (check instanceof HealthCheck.CloudWatchAlarm alarm) {
      text = "alarm " + lackOf(alarm.insufficientData());
    } else {
      text = "routing-control";
    }
    return text.trim()
        + (check.common().disabled() ? " disabled" : "")
        + (check.common().inverted() ? " inverted" : "");
  }
}
