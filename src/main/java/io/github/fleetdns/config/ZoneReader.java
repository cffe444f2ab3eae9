package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code zone:} of a fleet file. What contradicts each other is reported at the key that has to
 * go, and left out of the result.
 */
final class ZoneReader {
  private final YamlFields fields;
  private final Optional<DomainName> name;
  private final List<Problem> problems;
  private final boolean secluded;
  private final boolean existing;

  private ZoneReader(YamlFields fields, Optional<DomainName> name, List<Problem> problems) {
    this.fields = fields;
    this.name = name;
    this.problems = problems;
    this.secluded = isOn("private");
    this.existing = fields.text("existing").isPresent() || fields.truth("existing").orElse(false);
  }

  /**
   * Reads a zone.
   *
   * @param name its name, if that is one
   * @param unknown the name to go on with if it is none
   */
  static Zone read(
      YamlFields fields, Optional<DomainName> name, DomainName unknown, List<Problem> problems) {
    return new ZoneReader(fields, name, problems).zone(unknown);
  }

  private Zone zone(DomainName unknown) {
    Networks networks = new Networks();
    List<Visibility.Vpc> vpcs = networks.read("vpcs");
    Zone.Sharing sharing = new Zone.Sharing(networks.read("associate"), networks.read("authorise"));
    boolean creatable = existing || !vpcs.isEmpty();
    if (secluded && !creatable && fields.map("private").get("vpcs").isEmpty()) {
      error(
          fields.at("private"),
          "zone-private-vpcs",
          "a private zone is created with a VPC; write private: {vpcs: [{id: vpc-…, region: …}]}");
    }
    if (existing) {
      checkExisting(vpcs);
    }
    boolean isPrivate = secluded && creatable;
    return new Zone(
        name.orElse(unknown),
        existing ? "" : fields.text("comment").orElse(""),
        existing ? Map.of() : fields.map("tags").texts(),
        source(),
        isPrivate ? new Visibility.Private(vpcs) : new Visibility.Public(),
        isPrivate ? sharing : Zone.Sharing.NONE,
        parent(),
        isOn("dnssec")
            && publicOnly("dnssec", "zone-dnssec-private", "Route 53 signs public zones only"),
        queryLog());
  }

  /** Whether a key has {@code true}, or a map of details. */
  private boolean isOn(String key) {
    return fields.truth(key).orElse(fields.get(key).filter(this::isMap).isPresent());
  }

  private boolean isMap(YamlNode node) {
    return node instanceof YamlNode.Mapping;
  }

  /** Whether the zone is public; an error at the key if it is not. */
  private boolean publicOnly(String key, String rule, String why) {
    if (secluded) {
      error(fields.at(key), rule, why + "; remove " + key + ", or private");
    }
    return !secluded;
  }

  // ---- where it comes from ----

  private Zone.Source source() {
    if (existing) {
      return new Zone.Source.Existing(fields.text("existing"));
    }
    Optional<String> delegationSet =
        fields
            .text("delegation-set")
            .filter(
                set ->
                    publicOnly(
                        "delegation-set",
                        "zone-delegation-set-private",
                        "a private zone cannot use a delegation set"));
    boolean recovery =
        fields.truth("accelerated-recovery").orElse(false)
            && publicOnly(
                "accelerated-recovery",
                "zone-accelerated-recovery-private",
                "Route 53 recovers public zones only");
    boolean protect = fields.truth("protect").orElse(false);
    boolean force = fields.truth("force-destroy").orElse(false);
    if (protect && force) {
      error(
          fields.at("force-destroy"),
          "zone-force-destroy",
          "protect refuses to destroy the zone, and force-destroy empties it to be destroyed; remove"
              + " one of them");
    }
    return new Zone.Source.Created(delegationSet, protect, force && !protect, recovery);
  }

  /** What only makes sense for a zone that the fleet creates. */
  private void checkExisting(List<Visibility.Vpc> vpcs) {
    for (String key : List.of("comment", "tags", "delegation-set")) {
      if (fields.get(key).isPresent()) {
        createdOnly(key);
      }
    }
    for (String key : List.of("protect", "force-destroy", "accelerated-recovery")) {
      if (fields.truth(key).orElse(false)) {
        createdOnly(key);
      }
    }
    boolean byId = fields.text("existing").isPresent();
    if (vpcs.size() > (byId ? 0 : 1)) {
      error(
          fields.map("private").at("vpcs"),
          "zone-existing-vpcs",
          byId
              ? "this zone is known by its id and exists already; remove vpcs, and list those to"
                  + " add under associate"
              : "this zone exists already and is looked up by one VPC; keep one here, and list"
                  + " those to add under associate");
    }
  }

  private void createdOnly(String key) {
    error(
        fields.at(key),
        "zone-existing-settings",
        "this zone exists already and is managed elsewhere; remove "
            + key
            + ", or existing to create the zone here");
  }

  // ---- networks ----

  /** The VPCs of a private zone, none twice. */
  private final class Networks {
    private final YamlFields all = fields.map("private");
    private final Map<String, Location> seen = new HashMap<>();

    List<Visibility.Vpc> read(String key) {
      List<Visibility.Vpc> vpcs = new ArrayList<>();
      List<YamlNode> items =
          all.get(key)
              .filter(YamlNode.Sequence.class::isInstance)
              .map(list -> ((YamlNode.Sequence) list).items())
              .orElse(List.of());
      for (YamlNode item : items) {
        YamlFields vpc = YamlFields.of(item);
        vpc.text("id")
            .filter(id -> isNew(id, vpc.at("id")))
            .ifPresent(id -> vpcs.add(new Visibility.Vpc(id, vpc.text("region"))));
      }
      return vpcs;
    }

    private boolean isNew(String id, Location at) {
      Location first = seen.putIfAbsent(id, at);
      if (first != null) {
        error(
            at,
            "zone-vpc-duplicate",
            id + " stands here twice, first in line " + first.line() + "; keep one");
      }
      return first == null;
    }
  }

  // ---- parent ----

  private Optional<Zone.Parent> parent() {
    YamlFields parent = fields.map("parent");
    Optional<String> id = parent.text("zone-id");
    Optional<String> text = parent.text("name");
    if (id.isPresent() == text.isPresent()) {
      boolean map = fields.get("parent").filter(this::isMap).isPresent();
      if (id.isPresent() || (map && !parent.entries().isEmpty() && isMissing(parent))) {
        error(
            fields.at("parent"),
            "zone-parent",
            id.isPresent()
                ? "the parent zone has both zone-id and name; keep one of them"
                : "name the parent zone by zone-id or by name");
      }
      return Optional.empty();
    }
    if (secluded) {
      problems.add(
          Problem.warning(
              fields.at("parent"),
              "zone-parent-private",
              "this zone answers inside its VPCs only, so a delegation from a public parent leads"
                  + " to servers that refuse to answer"));
    }
    long ttl = parent.integer("ttl", 0, RecordSet.MAX_TTL).orElse(Zone.Parent.DEFAULT_TTL);
    return id.isPresent()
        ? id.map(zone -> new Zone.Parent.ById(zone, ttl))
        : text.flatMap(zone -> above(zone, parent.at("name")))
            .map(zone -> new Zone.Parent.ByName(zone, ttl));
  }

  private static boolean isMissing(YamlFields parent) {
    return parent.get("zone-id").isEmpty() && parent.get("name").isEmpty();
  }

  /** The parent's name, if it is one and lies above this zone. */
  private Optional<DomainName> above(String text, Location at) {
    try {
      DomainName parent = DomainName.of(text);
      if (name.isPresent() && (name.get().equals(parent) || !name.get().isWithin(parent))) {
        error(
            at,
            "zone-parent-name",
            parent + " is not above " + name.get() + ", so it cannot delegate to it");
        return Optional.empty();
      }
      return Optional.of(parent);
    } catch (InvalidNameException e) {
      error(at, "zone-parent-name", e.reason());
      return Optional.empty();
    }
  }

  // ---- query log ----

  private Optional<Zone.QueryLog> queryLog() {
    if (!isOn("query-log")
        || !publicOnly(
            "query-log", "zone-query-log-private", "Route 53 logs queries of public zones only")) {
      return Optional.empty();
    }
    long days =
        fields
            .map("query-log")
            .integer("retention-days", 0, 3653)
            .orElse(Zone.QueryLog.DEFAULT.retentionDays());
    return Optional.of(new Zone.QueryLog((int) days));
  }

  private void error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
  }
}
