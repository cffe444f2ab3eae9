package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Unknowns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the hosted zones of an input together out of its resources. */
final class ZonesReader {
  /** What the AWS provider writes where nobody comments. */
  private static final String DEFAULT_COMMENT = "Managed by Terraform";

  private final Resources resources;
  private final Zones zones;
  private final HealthChecks healthChecks;
  private final CidrCollections collections;

  private ZonesReader(Resources resources) {
    this.resources = resources;
    this.zones = new Zones(resources);
    this.healthChecks = new HealthChecks(resources);
    this.collections = new CidrCollections(resources);
  }

  /** The zones that have a resource, a data source or a record. */
  static List<TerraformZone> read(Resources resources) {
    return new ZonesReader(resources).read();
  }

  private List<TerraformZone> read() {
    List<Resource> homeless = new ArrayList<>();
    List<Problem> ofPolicies = new ArrayList<>();
    List<Resource> records = new ArrayList<>(resources.ofType(RecordReader.TYPE));
    RecordBlocks.of(resources).forEach(records::add);
    records.addAll(TrafficPolicies.records(resources, ofPolicies));
    for (Resource record : records) {
      zones
          .of(record, "zone_id")
          .ifPresentOrElse(zone -> zone.records.add(record), () -> homeless.add(record));
    }
    List<ZoneDraft> drafts = zones.all();
    drafts.stream()
        .filter(draft -> matters(draft) || draft.hasName(resources))
        .forEach(draft -> draft.name = ZoneNames.of(draft, resources));
    RecordReader reader = new RecordReader(resources, zones, healthChecks, collections);
    for (ZoneDraft draft : drafts) {
      draft.records.forEach(record -> reader.read(record, draft));
    }
    drafts.forEach(draft -> homeless.forEach(record -> reader.readHomeless(record, draft)));
    for (ZoneDraft draft : drafts) {
      for (Resource record : draft.likely) {
        zones.others(record, draft).forEach(other -> reader.readHomeless(record, other));
      }
    }
    if (!drafts.isEmpty()) {
      drafts.get(0).problems.addAll(ofPolicies);
      sayHomeless(homeless, drafts.get(0));
      unused(drafts);
    }
    return drafts.stream().filter(this::matters).map(this::finish).toList();
  }

  private static void sayHomeless(List<Resource> homeless, ZoneDraft first) {
    homeless.forEach(
        record ->
            first.unresolved(
                record.at(),
                record.address()
                    + ": which of the zones it is in is not known here, and it is left out"));
  }

  /** A zone that is only looked up, for no record, is somebody else's. */
  private boolean matters(ZoneDraft draft) {
    return draft.isManaged() || !draft.records.isEmpty() || !draft.problems.isEmpty();
  }

  /**
   * Checks and collections that no record uses go to the zone that the input is about: the first
   * that Terraform makes or, if it makes none, the one with the most servers in it.
   */
  private void unused(List<ZoneDraft> drafts) {
    ZoneDraft first =
        drafts.get(0).isManaged()
            ? drafts.get(0)
            : Collections.max(drafts, Comparator.comparingLong(ZonesReader::servers));
    // Where a record's check is not known it may be this one.
    ZoneDraft user =
        drafts.stream()
            .filter(
                draft ->
                    draft.parts.values().stream()
                        .anyMatch(open -> open.contains(Unknowns.Part.HEALTH_CHECK)))
            .findFirst()
            .orElse(first);
    for (Resource check : resources.ofType(HealthChecks.TYPE)) {
      if (drafts.stream().noneMatch(draft -> draft.checks.contains(check))) {
        healthChecks.need(check, user);
      }
    }
    for (Resource collection : resources.ofType(CidrCollections.TYPE)) {
      if (drafts.stream().noneMatch(draft -> draft.collections.contains(collection))) {
        first.collections.add(collection);
      }
    }
  }

  private static long servers(ZoneDraft draft) {
    return draft.recordSets.stream()
        .filter(set -> set.type() != RecordType.NS && set.type() != RecordType.DS)
        .count();
  }

  private TerraformZone finish(ZoneDraft draft) {
    List<CidrCollection> read = new ArrayList<>();
    draft.collections.forEach(collection -> read.add(collections.read(collection, draft)));
    return draft.finish(comment(draft), tags(draft), healthChecks, read);
  }

  private String comment(ZoneDraft draft) {
    String comment =
        draft.resource.map(zone -> shown(zone.get("comment"))).filter(c -> !c.isEmpty()).orElse("");
    return resources.applied() && comment.equals(DEFAULT_COMMENT) ? "" : comment;
  }

  private Map<String, String> tags(ZoneDraft draft) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (draft.resource.isPresent()) {
      Node mark = draft.resource.get().mark().get("tags");
      Node written = mark.isNothing() ? draft.resource.get().get("tags") : mark;
      if (resources.follow(written) instanceof Node.Obj object) {
        object.members().forEach(tag -> tags.put(tag.getKey(), shown(tag.getValue())));
      }
    }
    return tags;
  }

  private String shown(Node node) {
    Node value = resources.follow(node);
    return value instanceof Node.Unknown unknown ? unknown.expression() : value.text().orElse("");
  }
}
