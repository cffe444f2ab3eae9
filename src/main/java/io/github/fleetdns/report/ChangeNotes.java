package io.github.fleetdns.report;

import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.terraform.read.ResourceChange;
import io.github.fleetdns.terraform.read.TerraformZone;
import io.github.fleetdns.traffic.TripUp;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.FixedSettings;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change does beside moving traffic, where records say nothing of it: health checks that are
 * made anew, zones that go, what the provider's version decides.
 */
public final class ChangeNotes {
  private static final String CHECK = "health-check-replaced";
  private static final String ZONE = "zone-destroyed";
  private static final int MANY = 10;
  private static final String VERSION = "provider-version";

  private final List<Note> notes = new ArrayList<>();

  private ChangeNotes() {}

  /**
   * One thing that a change does.
   *
   * @param kind what it is: {@code health-check-replaced}, {@code zone-destroyed} or {@code
   *     provider-version}
   * @param subjects what it is about: checks, a zone, a record set's name or address
   * @param says the same in sentences
   */
  public record Note(String kind, List<String> subjects, String says) {
    /** Copies the list. */
    public Note {
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * What a change does to a zone.
   *
   * @param before the zone as it is, if it is there
   * @param after the zone as it shall be, if it shall be there
   * @param changes what a plan does; none if there is no plan
   * @param tripUps what Terraform will stumble over
   */
  public static List<Note> of(
      Optional<ZoneInput> before,
      Optional<ZoneInput> after,
      List<ResourceChange> changes,
      List<TripUp> tripUps) {
    ChangeNotes found = new ChangeNotes();
    if (before.isPresent() && after.isPresent()) {
      found.checks(before.get(), after.get(), changes);
    }
    before.ifPresent(zone -> found.zone(zone, after, changes));
    after.ifPresent(zone -> found.versions(zone, changes));
    if (changes.isEmpty()) {
      tripUps.forEach(found::version);
    }
    return List.copyOf(found.notes);
  }

  // ---- health checks ----

  private void checks(ZoneInput before, ZoneInput after, List<ResourceChange> changes) {
    Map<String, HealthCheck> old = before.zone().healthChecks();
    Map<String, HealthCheck> now = after.zone().healthChecks();
    Map<String, ResourceChange> planned = new LinkedHashMap<>();
    for (ResourceChange change : changes) {
      after
          .terraform()
          .filter(zone -> change.replaces())
          .flatMap(zone -> zone.healthCheckAt(change.address()))
          .ifPresent(name -> planned.put(name, change));
    }
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (Map.Entry<String, HealthCheck> check : now.entrySet()) {
      String name = check.getKey();
      if (old.containsKey(name)) {
        List<String> because = FixedSettings.changed(old.get(name), check.getValue());
        Optional<String> how =
            planned.containsKey(name)
                ? Optional.of(planned(planned.get(name)))
                : because.isEmpty() || !changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(compared(because, !after.fleets().isEmpty()));
        how.ifPresent(
            text ->
                alike
                    .computeIfAbsent(text + fresh(check.getValue()), key -> new ArrayList<>())
                    .add(name));
      }
    }
    alike.forEach((how, names) -> notes.add(new Note(CHECK, names, ofChecks(names) + how)));
  }

  private static String ofChecks(List<String> names) {
    if (names.size() == 1) {
      return "The health check of " + names.get(0) + " is made anew";
    }
    String all = String.join(", ", names.subList(0, Math.min(names.size(), MANY)));
    int more = names.size() - MANY;
    return "The health checks of "
        + all
        + (more > 0 ? " and " + more + " more" : "")
        + " are made anew";
  }

  private static String compared(List<String> because, boolean ordered) {
    return ", since Route 53 does not change "
        + String.join(", nor ", because)
        + ". "
        + (ordered ? CREATED_FIRST : UNLESS_ORDERED);
  }

  private static String planned(ResourceChange change) {
    return (change.replacedBecauseOf().isEmpty()
            ? ""
            : ", since " + String.join(" and ", change.replacedBecauseOf()) + " cannot change")
        + ". "
        + (change.leavesGap() ? DESTROYED_FIRST : CREATED_FIRST);
  }

  private static final String CREATED_FIRST =
      "The new one is made first, then record sets and calculated checks go over to it, and then"
          + " the old one is deleted. ";

  private static final String DESTROYED_FIRST =
      "Terraform deletes the old one first: until the record sets lead to the new one, their health"
          + " is unpredictable; lifecycle {create_before_destroy = true} avoids that. ";

  private static final String UNLESS_ORDERED =
      "Unless the resource has lifecycle {create_before_destroy = true}, Terraform deletes the old"
          + " one first, and until the record sets lead to the new one, their health is"
          + " unpredictable. ";

  /** What a check says while it is new. */
  private static String fresh(HealthCheck now) {
    if (now.common().disabled()) {
      return "";
    }
    String state = now.common().inverted() ? "unhealthy" : "healthy";
    return now.detection()
        .map(
            lag ->
                "A new check counts as "
                    + state
                    + " until there are results enough, some "
                    + lag.typicalSeconds()
                    + " s, whatever the old one said.")
        .orElse("A new check counts as " + state + " until there are results enough.");
  }

  // ---- zones ----

  private void zone(ZoneInput before, Optional<ZoneInput> after, List<ResourceChange> changes) {
    DomainName name = before.zone().name();
    boolean replaced =
        before
            .terraform()
            .flatMap(TerraformZone::address)
            .filter(
                address ->
                    changes.stream()
                        .anyMatch(
                            c -> c.address().equals(address) && c.actions().contains("delete")))
            .isPresent();
    boolean gone = after.isEmpty() && makes(before);
    if (!replaced && !gone) {
      return;
    }
    Optional<Boolean> forced = forced(before);
    String refuses =
        "Route 53 refuses to delete it while it holds record sets that are not of this stack; those"
            + " of the stack may be gone by then, and the names without an answer. ";
    String deletes =
        "Terraform first deletes every record set in it, whoever made it, and turns signing off. ";
    notes.add(
        new Note(
            ZONE,
            List.of(name.toString()),
            "The zone "
                + name
                + (replaced && !gone ? " is destroyed and made anew. " : " is destroyed. ")
                + (forced.isEmpty()
                    ? "With force_destroy: " + deletes + "Without: " + refuses
                    : forced.get() ? deletes : refuses)
                + "What others added to it is in no input here; list it first: aws route53"
                + " list-resource-record-sets --hosted-zone-id …"));
  }

  private static boolean makes(ZoneInput zone) {
    return zone.fleets().stream().anyMatch(f -> f.zone().source() instanceof Zone.Source.Created)
        || zone.terraform().filter(TerraformZone::isManaged).isPresent();
  }

  /** Whether Terraform empties the zone before it deletes it, if that is known. */
  private static Optional<Boolean> forced(ZoneInput zone) {
    return zone.fleets().stream()
        .filter(fleet -> fleet.zone().source() instanceof Zone.Source.Created)
        .map(fleet -> ((Zone.Source.Created) fleet.zone().source()).forceDestroy())
        .findFirst();
  }

  // ---- versions of the provider ----

  /** A record set whose type changes: with some versions at once, with others with a gap. */
  private void versions(ZoneInput after, List<ResourceChange> changes) {
    Map<RecordSet.Key, String> addresses =
        after.terraform().map(TerraformZone::addresses).orElse(Map.of());
    for (ResourceChange change : changes) {
      if (change.replacedBecauseOf().contains("type")
          && change.replaces()
          && addresses.containsValue(change.address())) {
        notes.add(
            new Note(
                VERSION,
                List.of(change.address()),
                "This plan was made with a version of the AWS provider that destroys a record set"
                    + " whose type changes before it makes it anew, as those from 6.0 until"
                    + " mid-2026 do"
                    + change
                        .providerVersions()
                        .map(versions -> " (the configuration accepts " + versions + ")")
                        .orElse("")
                    + ": the name has no answer in between. Earlier and later ones do both in one"
                    + " batch; terraform init -upgrade gets the newest that is accepted."));
      }
    }
  }

  /** What is exchanged in one batch is so with some versions only. */
  private void version(TripUp trip) {
    if (trip.kind() == TripUp.Kind.CNAME || trip.kind() == TripUp.Kind.TYPE) {
      notes.add(
          new Note(
              VERSION,
              List.of(trip.group().name().toString()),
              trip.group().name()
                  + " changes its type in one batch only with an AWS provider before 6.0 or since"
                  + " mid-2026. Those between destroy the record set first, and the name has no"
                  + " answer until it is made anew; their plan says \"must be replaced\" rather than"
                  + " \"will be updated in-place\". terraform init -upgrade gets a newer one."));
    }
  }
}
