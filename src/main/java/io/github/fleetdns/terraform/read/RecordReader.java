package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.Unknowns;
import io.github.fleetdns.zone.ValueOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the record sets of zones, as the AWS provider would send them (route53.md#terraform). */
final class RecordReader {
  static final String TYPE = "aws_route53_record";

  /** What a record set has whose TTL is not known; Terraform has no default. */
  private static final long UNKNOWN_TTL = 300;

  private static final String ZONE = "the zone";

  private final Resources resources;
  private final HealthChecks healthChecks;
  private final PolicyReader policies;
  private final AliasReader aliases;

  /** Records that may be in any of several zones, by their addresses. */
  private final Map<String, Optional<Unknowns.Unplaced>> homeless = new HashMap<>();

  private final Zones zones;

  RecordReader(
      Resources resources, Zones zones, HealthChecks healthChecks, CidrCollections collections) {
    this.resources = resources;
    this.healthChecks = healthChecks;
    this.policies = new PolicyReader(resources, collections);
    this.aliases = new AliasReader(resources, zones);
    this.zones = zones;
  }

  /** Adds a record to its zone, or a problem why it cannot be. */
  void read(Resource record, ZoneDraft zone) {
    new Reading(record, zone).run();
  }

  /** Notes a record that may be in this zone, or in another. */
  void readHomeless(Resource record, ZoneDraft zone) {
    new Reading(record, zone).runHomeless();
  }

  /**
   * The name that the provider completes: without a final dot, in lower case, and with the zone's
   * name behind it unless it ends with that, be it in the middle of a label.
   *
   * @throws InvalidNameException if that is no name
   */
  static DomainName complete(String written, DomainName zone) {
    String lower = written.toLowerCase(Locale.ROOT);
    String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    if (name.isEmpty()) {
      return zone;
    }
    // The zone's name as the provider compares it has its escapes; DomainName undoes them.
    return DomainName.of(name.endsWith(zone.toString()) ? name : name + "." + zone);
  }

  /** What a name ends with, of which an end is known; the provider completes it as any other. */
  private static String end(String written, String zone) {
    String lower = written.toLowerCase(Locale.ROOT);
    String known = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    // Of a part of the zone's name, what stands before it may be the rest.
    boolean open = zone.endsWith(known);
    return open ? zone : known.endsWith(zone) ? known : known + "." + zone;
  }

  /** The reading of one record. */
  private final class Reading {
    private final Resource record;
    private final ZoneDraft zone;
    private final Set<Unknowns.Part> open = EnumSet.noneOf(Unknowns.Part.class);

    Reading(Resource record, ZoneDraft zone) {
      this.record = record;
      this.zone = zone;
    }

    private Node get(String argument) {
      return resources.follow(record.get(argument));
    }

    private Location at(String argument) {
      Node node = record.get(argument);
      return node.isNothing() ? record.at() : node.at();
    }

    private void unresolved(String argument, String what) {
      zone.unresolved(at(argument), record.address() + ": " + what);
      switch (argument) {
        case "ttl" -> open.add(Unknowns.Part.TTL);
        case "records" -> open.add(Unknowns.Part.VALUES);
        case "alias" -> open.add(Unknowns.Part.TARGET);
        case "health_check_id" -> open.add(Unknowns.Part.HEALTH_CHECK);
        case "set_identifier" -> open.add(Unknowns.Part.SET_IDENTIFIER);
        default -> {
          // Without a name, a type or a policy it is left out.
        }
      }
    }

    /** Leaves a record out of which something is not known that decides what it is. */
    private void leaveOut(
        Optional<DomainName> name,
        Optional<RecordType> type,
        Optional<Boolean> routed,
        String why) {
      String start = "";
      String end = zone.name.toString();
      if (get("name") instanceof Node.Unknown unknown) {
        start = unknown.start();
        end = end(unknown.end(), end);
      }
      zone.unplaced.add(
          new Unknowns.Unplaced(record.address(), name, "", start, end, type, routed, why));
    }

    private void wrong(String argument, String what) {
      zone.wrong(at(argument), record.address() + ": " + what);
    }

    void run() {
      boolean nameOpen = get("name") instanceof Node.Unknown;
      boolean typeOpen = get("type") instanceof Node.Unknown;
      Optional<DomainName> name = name();
      Optional<RecordType> type = type();
      if ((name.isEmpty() && !nameOpen) || (type.isEmpty() && !typeOpen)) {
        return;
      }
      PolicyReader.Read policy = policies.read(record, zone);
      if (name.isEmpty() || type.isEmpty() || !policy.isKnown()) {
        leaveOut(
            name,
            type,
            policy.isKnown() ? Optional.of(policy.policy().isPresent()) : Optional.empty(),
            name.isEmpty() ? "the name" : type.isEmpty() ? "the type" : "the routing policy");
        needChecks();
        return;
      }
      Optional<Routing> routing = policy.policy().map(this::routing);
      if (routing.isEmpty()) {
        withoutPolicy();
      }
      Optional<Content> content = content(type.get());
      if (content.isPresent()) {
        add(new RecordSet(name.get(), type.get(), routing, content.get()));
      }
    }

    /** A record that may be in this zone; what is wrong with it is not said for each of them. */
    void runHomeless() {
      Node written = get("name");
      Optional<RecordType> type = get("type").text().flatMap(RecordType::named);
      Optional<Boolean> routed = Optional.empty();
      String name = DomainName.spelled(written.text().orElse(""));
      if (written instanceof Node.Unknown) {
        leaveOut(Optional.empty(), type, routed, ZONE);
      } else if (name.isEmpty() || name.endsWith(zone.name.toString())) {
        try {
          leaveOut(Optional.of(complete(name, zone.name)), type, routed, ZONE);
        } catch (InvalidNameException e) {
          return;
        }
      } else {
        // One for all the zones that it may be in: there may be very many of both.
        Optional<Unknowns.Unplaced> anywhere =
            homeless.computeIfAbsent(record.address(), address -> anywhere(name, type));
        if (anywhere.isEmpty()) {
          return;
        }
        zone.unplaced.add(anywhere.get());
      }
      needChecks();
    }

    private Optional<Unknowns.Unplaced> anywhere(String name, Optional<RecordType> type) {
      try {
        String label = DomainName.of(name).toString();
        return Optional.of(
            new Unknowns.Unplaced(
                record.address(), Optional.empty(), label, "", "", type, Optional.empty(), ZONE));
      } catch (InvalidNameException e) {
        return Optional.empty();
      }
    }

    private void needChecks() {
      healthChecks.find(get("health_check_id")).forEach(found -> healthChecks.need(found, zone));
    }

    /** Adds a record set, unless it is there already and may be written twice. */
    private void add(RecordSet set) {
      boolean overwrites = record.get("allow_overwrite").text().filter("true"::equals).isPresent();
      if (overwrites && open.isEmpty() && zone.recordSets.contains(set)) {
        return;
      }
      zone.recordSets.add(set);
      zone.sources.add(new Source(record.address(), record.at(), open.isEmpty()));
      if (zone.isOnlyLikely(record)) {
        open.add(Unknowns.Part.ZONE);
      }
      if (!open.isEmpty()) {
        zone.parts.put(set.key(), open);
      }
    }

    private Optional<DomainName> name() {
      Node name = get("name");
      if (name instanceof Node.Unknown unknown) {
        // Around a reference there may be more text than a plan says.
        Optional<DomainName> of =
            unknown.direct() ? aliases.nameOfRecord(unknown) : Optional.empty();
        if (of.isEmpty()) {
          unresolved(
              "name", "its name is not known here, and it is left out: " + unknown.expression());
        }
        return of;
      }
      try {
        String written = name.text().orElse("");
        DomainName complete = complete(written, zone.name);
        sayName(written, complete);
        return Optional.of(complete);
      } catch (InvalidNameException e) {
        wrong("name", String.valueOf(e.getMessage()) + "; it is left out");
        return Optional.empty();
      }
    }

    /** Names that come out otherwise than they look. */
    private void sayName(String written, DomainName complete) {
      String name = written.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
      if (name.equals("@")) {
        warn(
            "name",
            "Terraform takes \"@\" literally, so this is "
                + complete
                + "; the apex is \"\", or "
                + zone.name);
      } else if (!complete.toString().equals(name)) {
        boolean absolute = written.endsWith(".");
        zones
            .longestAround(name)
            .filter(other -> !other.equals(zone.name) && !zone.name.isWithin(other))
            .ifPresentOrElse(
                other ->
                    warn(
                        "name",
                        "the name ends in another zone's, "
                            + other
                            + ", and gets this zone's behind it: "
                            + complete
                            + "; put it into that zone, or write the name without it"),
                () -> {
                  if (absolute) {
                    warn(
                        "name",
                        "a final dot does not make a name absolute here: this is " + complete);
                  }
                });
      }
    }

    private void warn(String argument, String what) {
      zone.problems.add(
          Problem.warning(at(argument), ReadRules.SURPRISING, record.address() + ": " + what));
    }

    private Optional<RecordType> type() {
      Node type = get("type");
      Optional<RecordType> known = type.text().flatMap(RecordType::named);
      if (type instanceof Node.Unknown && get("name") instanceof Node.Unknown) {
        return known; // That it has no name says enough.
      }
      if (type instanceof Node.Unknown unknown) {
        unresolved(
            "type", "its type is not known here, and it is left out: " + unknown.expression());
      } else if (known.isEmpty()) {
        wrong(
            "type",
            "Route 53 has no records of type \"" + type.text().orElse("") + "\"; it is left out");
      }
      return known;
    }

    private Routing routing(RoutingPolicy policy) {
      Node identifier = get("set_identifier");
      Optional<String> id = identifier.text();
      if (identifier instanceof Node.Unknown) {
        unresolved("set_identifier", "its set identifier is not known here; the address stands in");
      } else if (id.isEmpty()) {
        wrong("set_identifier", "a record with a routing policy needs a set_identifier; add one");
      }
      return new Routing(id.orElse(record.address()), policy, healthCheck());
    }

    private Optional<String> healthCheck() {
      Node id = get("health_check_id");
      List<Resource> found = healthChecks.find(id);
      if (found.size() == 1) {
        healthChecks.need(found.get(0), zone);
        return Optional.of(healthChecks.name(found.get(0)));
      }
      found.forEach(one -> healthChecks.need(one, zone));
      Optional<Resource> likely = Resources.counterpart(record, found);
      if (likely.isPresent()) {
        unresolved(
            "health_check_id",
            "which health check it has is not known here, and the one with the same index is"
                + " taken");
        return likely.map(healthChecks::name);
      }
      if (id instanceof Node.Unknown unknown) {
        unresolved(
            "health_check_id",
            "which health check it has is not known here: " + unknown.expression());
        return Optional.of(unknown.expression());
      }
      return id.text();
    }

    /**
     * Without a policy there is neither a set identifier (route53.md#r4) nor a health check
     * (route53.md#r5).
     */
    private void withoutPolicy() {
      if (get("set_identifier").text().isPresent()) {
        wrong(
            "set_identifier",
            "Route 53 refuses a set_identifier without a routing policy; remove it, or add a"
                + " policy");
      }
      Node check = get("health_check_id");
      if (check.text().isPresent() || check instanceof Node.Unknown) {
        healthChecks.find(check).forEach(found -> healthChecks.need(found, zone));
        wrong(
            "health_check_id",
            "Route 53 refuses a health check without a routing policy; remove it, or add a policy"
                + " and a set_identifier");
      }
    }

    private Optional<Content> content(RecordType type) {
      List<Node.Obj> blocks = record.get("alias").blocks();
      Node records = get("records");
      boolean hasValues = !records.items().isEmpty();
      if (!blocks.isEmpty()) {
        if (hasValues) {
          wrong("records", "a record has either records or an alias; its records are not read");
        }
        return aliases.read(record, blocks.get(0), zone, what -> unresolved("alias", what));
      }
      if (record.get("alias") instanceof Node.Unknown unknown) {
        unresolved(
            "alias", "its alias is not known here, and it is left out: " + unknown.expression());
        return Optional.empty();
      }
      if (!hasValues) {
        wrong("records", "it has neither records nor an alias, and is left out");
        return Optional.empty();
      }
      return Optional.of(new Content.Values(ttl(), values(type, records)));
    }

    private long ttl() {
      Node ttl = get("ttl");
      OptionalLong seconds = Numbers.whole(ttl);
      if (ttl instanceof Node.Unknown) {
        unresolved("ttl", "its TTL is not known here; taken to be " + UNKNOWN_TTL);
      } else if (seconds.isEmpty()
          || seconds.getAsLong() < 0
          || seconds.getAsLong() > RecordSet.MAX_TTL) {
        wrong(
            "ttl",
            "Route 53 needs a ttl of 0–2147483647 with records; add one; taken to be "
                + UNKNOWN_TTL);
        return UNKNOWN_TTL;
      }
      return seconds.orElse(UNKNOWN_TTL);
    }

    /** The values; to the provider they are a set, so that one that comes twice is one. */
    private List<String> values(RecordType type, Node records) {
      List<String> values = new ArrayList<>();
      List<String> unknown = new ArrayList<>();
      for (Node item : records.items()) {
        Node value = resources.follow(item);
        boolean delegation =
            type == RecordType.NS && value instanceof Node.Unknown of && isDelegation(of);
        if (value instanceof Node.Unknown later && !delegation) {
          String shown = aliases.shown(later, type, record, values);
          unknown.add(shown);
          values.add(shown);
        } else if (value instanceof Node.Unknown later) {
          open.add(Unknowns.Part.VALUES);
          values.add(later.expression());
        } else if (value instanceof Node.Scalar scalar && !scalar.isNothing()) {
          boolean text = type == RecordType.TXT || type == RecordType.SPF;
          if (text && scalar.raw().length() > 1 && scalar.raw().matches("(?s)\".*\"")) {
            warn(
                "records",
                "the provider puts quotes around each value by itself; remove those around "
                    + scalar.raw());
          }
          values.add(text ? quoted(scalar.raw()) : scalar.raw());
        } else {
          unknown.add(Node.Unknown.LATER);
          values.add(Node.Unknown.LATER);
        }
      }
      if (!unknown.isEmpty()) {
        unresolved(
            "records",
            "a value is not known here: "
                + String.join(
                    ", ", unknown.stream().distinct().sorted(ValueOrder.INSTANCE).toList()));
      }
      return values.stream().distinct().toList();
    }

    /** Whether these are the name servers of a zone of the input: that much is known of them. */
    private boolean isDelegation(Node.Unknown value) {
      return !value.references().isEmpty()
          && value.references().stream()
              .allMatch(
                  reference ->
                      (reference.attribute().isEmpty()
                              || reference.attribute().equals("name_servers"))
                          && resources
                              .at(reference.address())
                              .filter(found -> found.type().equals("aws_route53_zone"))
                              .isPresent());
    }

    /** The provider puts one pair of quotes around each value of text. */
    private static String quoted(String value) {
      return CharacterStrings.spaced('"' + value + '"');
    }
  }
}
