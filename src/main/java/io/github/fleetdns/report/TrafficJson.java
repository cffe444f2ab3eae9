package io.github.fleetdns.report;

import io.github.fleetdns.answer.Server;
import io.github.fleetdns.traffic.Bounds;
import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.ClientGroup;
import io.github.fleetdns.traffic.ClientView;
import io.github.fleetdns.traffic.Destination;
import io.github.fleetdns.traffic.Loss;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.Range;
import io.github.fleetdns.traffic.ResidencyProof;
import io.github.fleetdns.traffic.Scenario;
import io.github.fleetdns.traffic.ServiceTraffic;
import io.github.fleetdns.traffic.Shares;
import io.github.fleetdns.zone.Lag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.numbers.fraction.BigFraction;

/** The traffic of names as JSON, as {@code docs/traffic.schema.json} describes it. */
public final class TrafficJson {
  private TrafficJson() {}

  /** The traffic of a name. */
  public static Map<String, Object> of(Outlook outlook) {
    ServiceTraffic traffic = outlook.traffic();
    Capacity capacity = outlook.capacity();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", traffic.question().name().toString());
    json.put("type", traffic.question().type().map(Enum::name).orElse(null));
    json.put("zones", traffic.zones().stream().map(TrafficJson::zone).toList());
    json.put("clients", traffic.population().title());
    json.put("demand", capacity.given().map(BigFraction::doubleValue).orElse(null));
    json.put("estimated", traffic.isEstimated());
    json.put("either", share(outlook.normal().bounds().doubtful()));
    json.put("unverified", List.copyOf(traffic.unverified()));
    json.put("remarks", traffic.remarks());
    json.put("endpoints", outlook.servers().stream().map(TrafficJson::server).toList());
    json.put("normal", scenario(outlook.normal(), capacity));
    json.put("places", places(outlook));
    json.put("losses", outlook.losses().stream().map(s -> scenario(s, capacity)).toList());
    json.put("summary", summary(outlook));
    return json;
  }

  /** A zone that has a part in answers. */
  static Map<String, Object> zone(ServiceTraffic.Answering zone) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", zone.name().toString());
    json.put("visibility", zone.isPrivate() ? "private" : "public");
    return json;
  }

  /** Whether the traffic of a place stays where it may go. */
  public static Map<String, Object> residency(ResidencyProof proof) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("place", proof.rule().place().toString());
    json.put("regions", List.copyOf(proof.rule().regions()));
    json.put("name", proof.question().name().toString());
    json.put("type", proof.question().type().map(Enum::name).orElse(null));
    json.put("holds", proof.holds());
    json.put("estimated", proof.estimated());
    json.put(
        "breaches",
        proof.breaches().stream()
            .map(
                breach -> {
                  Map<String, Object> found = new LinkedHashMap<>();
                  found.put(
                      "lost",
                      breach.loss().kind() == Loss.Kind.NOTHING ? null : loss(breach.loss()));
                  found.put("to", destination(breach.to()));
                  found.put("region", breach.region().orElse(null));
                  found.putAll(share(breach.share()));
                  return found;
                })
            .toList());
    return json;
  }

  private static Map<String, Object> server(Server server) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", server.name());
    json.put("region", server.region().orElse(null));
    json.put("capacity", server.capacity().isPresent() ? server.capacity().getAsLong() : null);
    return json;
  }

  /** What is lost: its kind, its name; of several things, their names together. */
  static Map<String, Object> loss(Loss loss) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", loss.kind() == Loss.Kind.SEVERAL ? "several" : loss.kind().word());
    json.put("name", loss.name());
    if (!loss.parts().isEmpty()) {
      json.put("parts", loss.parts().stream().map(TrafficJson::loss).toList());
    }
    return json;
  }

  private static Map<String, Object> scenario(Scenario scenario, Capacity capacity) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (scenario.loss().kind() != Loss.Kind.NOTHING) {
      json.put("lost", loss(scenario.loss()));
    }
    Bounds bounds = scenario.bounds();
    json.put("shares", shares(scenario.total(), bounds));
    json.put("failed", share(scenario.failed(), bounds.failed()));
    json.put("unanswered", share(scenario.unanswered(), bounds.unanswered()));
    json.put(
        "utilisation",
        capacity.uses(scenario).stream()
            .map(
                use -> {
                  Map<String, Object> used = new LinkedHashMap<>();
                  used.put("endpoint", use.server().name());
                  used.put("load", use.load().doubleValue());
                  used.put("capacity", use.server().capacity().orElseThrow());
                  used.put("utilisation", use.utilisation().doubleValue());
                  used.put("bounds", bounds(capacity.utilisation(use.server(), scenario)));
                  return used;
                })
            .toList());
    ClientView clients = scenario.clients();
    json.put("latencyMillis", orNull(clients.millis()));
    json.put("addedMillis", orNull(clients.addedMillis()));
    json.put(
        "worst",
        clients
            .worst()
            .map(
                worst -> {
                  Map<String, Object> place = new LinkedHashMap<>();
                  place.put("place", worst.group().code());
                  place.put("addedMillis", worst.addedMillis());
                  return place;
                })
            .orElse(null));
    json.putAll(failover(clients));
    return json;
  }

  /**
   * How long clients are sent to what is lost: as a rule, at the worst, and whether it is known.
   */
  static Map<String, Object> failover(ClientView clients) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("failoverSeconds", clients.failover().map(Lag::typicalSeconds).orElse(null));
    json.put("failoverWorstSeconds", clients.failover().map(Lag::worstSeconds).orElse(null));
    json.put("failoverKnown", clients.failoverKnown());
    return json;
  }

  private static @org.jspecify.annotations.Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  /** A share as a number and exactly. */
  static Map<String, Object> share(BigFraction share) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("share", share.doubleValue());
    json.put("fraction", AnswerJson.fraction(share));
    return json;
  }

  /** A share as a number and exactly, and between what it lies. */
  static Map<String, Object> share(BigFraction share, Range range) {
    Map<String, Object> json = share(share);
    json.put("bounds", bounds(range));
    return json;
  }

  /** Between what a number lies, whichever of the regions that estimates leave open answers. */
  static Map<String, Object> bounds(Range range) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("least", range.least().doubleValue());
    json.put("most", range.most().doubleValue());
    return json;
  }

  /** The parts, the ones to endpoints first; with those of 0 that could be more. */
  static List<Map<String, Object>> shares(Shares shares, Bounds bounds) {
    List<Map<String, Object>> list = new ArrayList<>();
    bounds
        .all()
        .forEach(
            (to, range) -> {
              Map<String, Object> json = new LinkedHashMap<>(destination(to));
              json.putAll(share(shares.of(to), range));
              list.add(json);
            });
    return list;
  }

  /** Where traffic goes: an endpoint, something else, or nowhere. */
  static Map<String, Object> destination(Destination to) {
    return to.match(
        server -> Map.of("endpoint", server.name()),
        elsewhere -> Map.of("elsewhere", elsewhere.what()),
        nobody -> Map.of("unanswered", true));
  }

  private static List<Map<String, Object>> places(Outlook outlook) {
    List<ClientGroup> groups = outlook.traffic().population().groups();
    List<Map<String, Object>> places = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("place", groups.get(i).code());
      json.put("title", groups.get(i).title());
      json.put("weight", groups.get(i).weight().doubleValue());
      json.put(
          "shares", shares(outlook.normal().byGroup().get(i), outlook.traffic().bounds().get(i)));
      places.add(json);
    }
    return places;
  }

  private static Map<String, Object> summary(Outlook outlook) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "worst",
        outlook
            .worst()
            .flatMap(s -> outlook.capacity().fullest(s).map(use -> peak(new Outlook.Peak(s, use))))
            .orElse(null));
    json.put("overloaded", outlook.overloaded().stream().map(TrafficJson::peak).toList());
    json.put("leastSpare", outlook.leastSpare().map(TrafficJson::peak).orElse(null));
    json.put(
        "sustainsNormally",
        outlook.capacity().sustains(outlook.normal()).map(BigFraction::doubleValue).orElse(null));
    json.put("sustains", outlook.sustains().map(BigFraction::doubleValue).orElse(null));
    return json;
  }

  private static Map<String, Object> peak(Outlook.Peak peak) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("endpoint", peak.use().server().name());
    json.put("utilisation", peak.use().utilisation().doubleValue());
    json.put("spare", peak.use().spare().doubleValue());
    json.put(
        "lost",
        peak.scenario().loss().kind() == Loss.Kind.NOTHING ? null : loss(peak.scenario().loss()));
    return json;
  }
}
