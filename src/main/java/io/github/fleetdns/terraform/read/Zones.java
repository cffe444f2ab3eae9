package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The zones of an input, and which of them a record is in. */
final class Zones {
  private static final String TYPE = "aws_route53_zone";

  private final Resources resources;
  private final List<ZoneDraft> drafts = new ArrayList<>();
  private final Map<String, ZoneDraft> byAddress = new HashMap<>();
  private final Map<String, ZoneDraft> byId = new LinkedHashMap<>();

  Zones(Resources resources) {
    this.resources = resources;
    // Those that Terraform makes come first: a data source can find one of them.
    resources.all().stream().filter(r -> r.is(TYPE)).forEach(this::add);
    resources.all().stream().filter(r -> r.data() && r.type().equals(TYPE)).forEach(this::add);
    associations();
  }

  /** The zones, those that Terraform makes first. */
  List<ZoneDraft> all() {
    return drafts;
  }

  private void add(Resource zone) {
    Optional<String> id = id(zone);
    Optional<String> lookedUp = lookup(zone);
    ZoneDraft known = id.map(byId::get).orElse(null);
    if (known == null) {
      known = lookedUp.map(byId::get).orElse(null);
    }
    if (known == null) {
      known =
          new ZoneDraft(Optional.of(zone), zone.at(), id.orElse("${" + zone.address() + ".id}"));
      drafts.add(known);
      visibility(zone, known);
    }
    byAddress.put(zone.address(), known);
    ZoneDraft draft = known;
    id.ifPresent(text -> byId.putIfAbsent(text, draft));
    lookedUp.ifPresent(text -> byId.putIfAbsent(text, draft));
  }

  private Optional<String> id(Resource zone) {
    return resources.follow(zone.get("zone_id")).text().or(zone.get("id")::text);
  }

  /** What a data source is looked up by; two that look for the same find the same. */
  private Optional<String> lookup(Resource zone) {
    return zone.data()
        ? resources
            .follow(zone.get("name"))
            .text()
            .map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
            .map(name -> "name " + name + " " + isTrue(zone.get("private_zone")))
        : Optional.empty();
  }

  private static boolean isTrue(Node node) {
    return node.text().filter("true"::equals).isPresent();
  }

  private void visibility(Resource zone, ZoneDraft draft) {
    for (Node.Obj vpc : zone.get("vpc").blocks()) {
      draft.vpcs.add(vpc(vpc.get("vpc_id"), vpc.get("vpc_region")));
    }
    draft.secluded |= zone.data() && isTrue(zone.get("private_zone"));
    if (zone.data() && draft.secluded && !zone.get("vpc_id").isNothing()) {
      draft.vpcs.add(vpc(zone.get("vpc_id"), Node.Scalar.NOTHING));
    }
    Node mark = zone.mark().get("vpcs");
    if (mark instanceof Node.Arr) {
      draft.secluded = true;
      draft.vpcs.clear();
      mark.blocks().forEach(vpc -> draft.vpcs.add(vpc(vpc.get("id"), vpc.get("region"))));
    }
  }

  private Visibility.Vpc vpc(Node id, Node region) {
    return new Visibility.Vpc(shown(id), resources.follow(region).text());
  }

  private String shown(Node node) {
    Node value = resources.follow(node);
    return value instanceof Node.Unknown unknown
        ? unknown.expression()
        : value.text().orElse(Node.Unknown.LATER);
  }

  private void associations() {
    for (Resource association : resources.ofType("aws_route53_zone_association")) {
      find(association.get("zone_id"))
          .ifPresent(
              draft -> {
                Visibility.Vpc vpc = vpc(association.get("vpc_id"), association.get("vpc_region"));
                if (draft.vpcs.stream().noneMatch(known -> known.id().equals(vpc.id()))) {
                  draft.vpcs.add(vpc);
                }
              });
    }
  }

  /** The zone that an id is of, if the input has it. */
  Optional<ZoneDraft> find(Node zoneId) {
    Node value = resources.follow(zoneId);
    if (!(value instanceof Node.Unknown)) {
      return value.text().map(byId::get);
    }
    List<ZoneDraft> zones =
        resources.targets(value, resource -> resource.type().equals(TYPE)).stream()
            .flatMap(zone -> Optional.ofNullable(byAddress.get(zone.address())).stream())
            .distinct()
            .toList();
    return zones.size() == 1 ? Optional.of(zones.get(0)) : Optional.empty();
  }

  /** The zone of a record; one that the input only mentions begins here. */
  ZoneDraft of(Resource record) {
    Node zoneId = resources.follow(record.get("zone_id"));
    Optional<ZoneDraft> found = find(zoneId);
    if (found.isPresent()) {
      return found.get();
    }
    if (zoneId instanceof Node.Unknown) {
      Optional<ZoneDraft> likely = likely(record);
      if (likely.isPresent()) {
        likely
            .get()
            .problems
            .add(
                Problem.warning(
                    record.at(),
                    ReadRules.INFERRED,
                    record.address()
                        + ": which zone it is in is not known yet; by its name, in this one"));
        return likely.get();
      }
    }
    String id = shown(zoneId);
    ZoneDraft known = byId.get(id);
    if (known != null) {
      return known;
    }
    Location at = zoneId.isNothing() ? record.at() : zoneId.at();
    ZoneDraft draft = new ZoneDraft(Optional.empty(), at, id);
    drafts.add(draft);
    byId.put(id, draft);
    return draft;
  }

  /** The only zone of the input or, of several, the one that the record's name ends with. */
  private Optional<ZoneDraft> likely(Resource record) {
    List<ZoneDraft> known = drafts.stream().filter(d -> d.resource.isPresent()).toList();
    if (known.size() == 1) {
      return Optional.of(known.get(0));
    }
    String name = plain(resources.follow(record.get("name")));
    return known.stream()
        .filter(
            draft -> {
              String zone = plain(resources.follow(draft.resource.orElseThrow().get("name")));
              return !zone.isEmpty() && (name.equals(zone) || name.endsWith("." + zone));
            })
        .max(
            Comparator.comparingInt(
                draft -> plain(draft.resource.orElseThrow().get("name")).length()));
  }

  private static String plain(Node name) {
    return name.text().orElse("").toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }
}
