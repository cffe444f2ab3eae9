package io.github.fleetdns.conformance;

import io.github.fleetdns.zone.GeoLocation;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in brackets in {@link ZoneText}: the set identifier, the policy and, if there is one,
 * the health check.
 *
 * <pre>
 * [blue weighted 10 check blue]
 * [eu latency eu-central-1]
 * [ca geolocation state US-CA]              or country DE, continent EU, default
 * [den geoproximity zone us-west-2-den-1]   or region eu-central-1, at 52.52,13.4; … bias -50
 * [main failover primary]                   or secondary
 * [one multivalue]
 * [berlin cidr offices/berlin]              or offices/*
 * </pre>
 */
final class PolicyText {
  private PolicyText() {}

  static Routing read(String text) {
    Deque<String> words = new ArrayDeque<>(List.of(text.trim().split("\\s+")));
    String id = words.pop();
    RoutingPolicy policy = policy(words);
    Optional<String> check = option(words, "check");
    if (!words.isEmpty()) {
      throw new IllegalArgumentException("\"" + words.peek() + "\" in [" + text + "]");
    }
    return new Routing(id, policy, check);
  }

  private static RoutingPolicy policy(Deque<String> words) {
    String kind = words.pop();
    return switch (kind) {
      case "weighted" -> new RoutingPolicy.Weighted(Long.parseLong(words.pop()));
      case "latency" -> new RoutingPolicy.Latency(words.pop());
      case "geolocation" -> new RoutingPolicy.Geolocation(place(words));
      case "geoproximity" ->
          new RoutingPolicy.Geoproximity(
              location(words), option(words, "bias").map(Integer::parseInt).orElse(0));
      case "failover" ->
          new RoutingPolicy.Failover(
              RoutingPolicy.Failover.Role.valueOf(words.pop().toUpperCase(Locale.ROOT)));
      case "multivalue" -> new RoutingPolicy.Multivalue();
      case "cidr" -> {
        String[] parts = words.pop().split("/", 2);
        yield new RoutingPolicy.Cidr(parts[0], parts[1]);
      }
      default -> throw new IllegalArgumentException("no policy: " + kind);
    };
  }

  private static Optional<String> option(Deque<String> words, String name) {
    if (words.isEmpty() || !words.peek().equals(name)) {
      return Optional.empty();
    }
    words.pop();
    return Optional.of(words.pop());
  }

  private static GeoPlace place(Deque<String> words) {
    String kind = words.pop();
    return switch (kind) {
      case "default" -> new GeoPlace.Default();
      case "country" -> new GeoPlace.Country(words.pop());
      case "continent" -> continent(words.pop());
      case "state" -> {
        String[] parts = words.pop().split("-", 2);
        yield new GeoPlace.Subdivision(parts[0], parts[1]);
      }
      default -> throw new IllegalArgumentException("no place: " + kind);
    };
  }

  static GeoPlace.Continent continent(String code) {
    return Stream.of(GeoPlace.Continent.values())
        .filter(continent -> continent.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no continent: " + code));
  }

  private static GeoLocation location(Deque<String> words) {
    String kind = words.pop();
    String where = words.pop();
    return switch (kind) {
      case "region" -> new GeoLocation.Region(where);
      case "zone" -> new GeoLocation.LocalZone(where);
      case "at" -> {
        String[] parts = where.split(",", 2);
        yield new GeoLocation.Coordinates(parts[0], parts[1]);
      }
      default -> throw new IllegalArgumentException("no location: " + kind);
    };
  }

  static String write(Routing routing) {
    return "["
        + routing.setIdentifier()
        + " "
        + routing.policy().title()
        + wordsOf(routing.policy())
        + routing.healthCheck().map(check -> " check " + check).orElse("")
        + "]";
  }

  private static String wordsOf(RoutingPolicy policy) {
    if (policy instanceof RoutingPolicy.Weighted weighted) {
      return " " + weighted.weight();
    } else if (policy instanceof RoutingPolicy.Latency latency) {
      return " " + latency.region();
    } else if (policy instanceof RoutingPolicy.Geolocation geolocation) {
      return " " + wordsOf(geolocation.place());
    } else if (policy instanceof RoutingPolicy.Geoproximity near) {
      return " " + wordsOf(near.location()) + (near.bias() == 0 ? "" : " bias " + near.bias());
    } else if (policy instanceof RoutingPolicy.Failover failover) {
      return " " + failover.role().name().toLowerCase(Locale.ROOT);
    } else if (policy instanceof RoutingPolicy.Cidr cidr) {
      return " " + cidr.collection() + "/" + cidr.location();
    }
    return "";
  }

  private static String wordsOf(GeoPlace place) {
    if (place instanceof GeoPlace.Subdivision state) {
      return "state " + state;
    } else if (place instanceof GeoPlace.Country country) {
      return "country " + country;
    }
    return place instanceof GeoPlace.Continent continent
        ? "continent " + continent.code()
        : "default";
  }

  private static String wordsOf(GeoLocation location) {
    if (location instanceof GeoLocation.Region) {
      return "region " + location;
    }
    return location instanceof GeoLocation.LocalZone ? "zone " + location : "at " + location;
  }
}
