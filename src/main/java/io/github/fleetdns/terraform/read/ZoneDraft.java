package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Unknowns;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A hosted zone while it is put together. */
final class ZoneDraft {
  final Optional<Resource> resource;
  final Location at;

  /** The id, or the expression for it; what messages call the zone while it has no name. */
  final String id;

  final List<Resource> records = new ArrayList<>();
  final List<RecordSet> recordSets = new ArrayList<>();
  final List<Source> sources = new ArrayList<>();
  final Set<Resource> checks = new LinkedHashSet<>();
  final Set<Resource> collections = new LinkedHashSet<>();
  final List<Visibility.Vpc> vpcs = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  final List<Unknowns.Unplaced> unplaced = new ArrayList<>();
  final Map<RecordSet.Key, Set<Unknowns.Part>> parts = new LinkedHashMap<>();
  final Set<String> uncertainChecks = new LinkedHashSet<>();
  private final Map<String, List<Problem>> open = new LinkedHashMap<>();
  final Set<Resource> likely = new LinkedHashSet<>();
  boolean secluded;
  DomainName name;

  ZoneDraft(Optional<Resource> resource, Location at, String id) {
    this.resource = resource;
    this.at = at;
    this.id = id;
    this.name = ZoneNames.UNKNOWN;
  }

  /** Whether a record is in this zone by all that is known, but not surely. */
  boolean isOnlyLikely(Resource record) {
    return likely.contains(record);
  }

  /** Whether the input says what it is called. */
  boolean hasName(Resources resources) {
    return resource.flatMap(zone -> resources.follow(zone.get("name")).text()).isPresent();
  }

  boolean isManaged() {
    return resource.filter(found -> !found.data()).isPresent();
  }

  /**
   * Something about a record, check or zone that only Terraform can tell. What is open in the same
   * way of several is said once, with their number.
   *
   * @param what the resource's address, what is open of it and, each behind a colon, more
   */
  void unresolved(Location where, String what) {
    String[] said = what.split(": ", 3);
    open.computeIfAbsent(said.length > 1 ? said[1] : what, kind -> new ArrayList<>())
        .add(Problem.warning(where, ReadRules.UNRESOLVED, what));
  }

  private void sayOpen() {
    open.forEach(
        (kind, all) -> {
          Problem first = all.get(0);
          problems.add(
              all.size() == 1
                  ? first
                  : Problem.warning(
                      first.location(),
                      first.rule(),
                      first.message() + "; so it is of " + all.size() + " in all"));
        });
  }

  void wrong(Location where, String what) {
    problems.add(Problem.error(where, ReadRules.REFUSED, what));
  }

  private List<String> nameServers() {
    return resource.stream()
        .flatMap(found -> found.get("name_servers").items().stream())
        .flatMap(server -> server.text().stream())
        .toList();
  }

  private Ids ids(HealthChecks healthChecks) {
    Map<String, String> checkIds = new LinkedHashMap<>();
    Map<String, Map<String, String>> checkTags = new LinkedHashMap<>();
    for (Resource check : checks) {
      String called = healthChecks.name(check);
      check.get("id").text().ifPresent(text -> checkIds.put(called, text));
      boolean unsaid = check.get("tags_known").text().filter("false"::equals).isPresent();
      if (!unsaid && !(check.get("tags") instanceof Node.Unknown)) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (check.get("tags") instanceof Node.Obj object) {
          object.members().forEach(tag -> tags.put(tag.getKey(), tag.getValue().text().orElse("")));
        }
        checkTags.put(called, tags);
      }
    }
    Map<String, String> collectionIds = new LinkedHashMap<>();
    for (Resource collection : collections) {
      collection
          .get("id")
          .text()
          .ifPresent(
              text ->
                  collection.get("name").text().ifPresent(name -> collectionIds.put(name, text)));
    }
    Optional<String> comment =
        resource
            .filter(zone -> !zone.get("described").text().filter("false"::equals).isPresent())
            .map(zone -> zone.get("comment"))
            .filter(node -> !(node instanceof Node.Unknown))
            .map(node -> node.text().orElse(""));
    return new Ids(comment, checkIds, checkTags, collectionIds);
  }

  TerraformZone finish(
      String comment,
      Map<String, String> tags,
      HealthChecks healthChecks,
      List<CidrCollection> cidrCollections) {
    Map<String, HealthCheck> read = new LinkedHashMap<>();
    Map<String, Source> places = new LinkedHashMap<>();
    for (Resource check : checks) {
      healthChecks
          .read(check, this)
          .ifPresent(
              known -> {
                read.put(healthChecks.name(check), known);
                places.put(healthChecks.name(check), new Source(check.address(), check.at(), true));
              });
    }
    Visibility visibility =
        secluded || !vpcs.isEmpty() ? new Visibility.Private(vpcs) : new Visibility.Public();
    sayOpen();
    HostedZone zone =
        new HostedZone(
            name,
            comment,
            tags,
            visibility,
            recordSets,
            read,
            cidrCollections,
            new Unknowns(unplaced, parts, uncertainChecks));
    return new TerraformZone(
        zone,
        resource.map(Resource::address),
        Optional.of(id).filter(text -> !text.contains("$")),
        at,
        sources,
        places,
        nameServers(),
        ids(healthChecks),
        problems,
        TerraformGraph.NONE);
  }
}
