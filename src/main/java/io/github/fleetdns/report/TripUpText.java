package io.github.fleetdns.report;

import io.github.fleetdns.traffic.TripUp;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.stream.Collectors;

/** What Terraform will stumble over, for people; {@link TripUpSteps} has what to do. */
public final class TripUpText {
  private TripUpText() {}

  /** What will happen, in sentences. */
  public static String what(TripUp trip) {
    return switch (trip.kind()) {
      case POLICY ->
          trip.group()
              + ": "
              + policy(trip.before())
              + " becomes "
              + policy(trip.after())
              + ". Route 53 refuses the new record sets beside the old ones. Applied all at once, the"
              + " change fails or, where Terraform happens to destroy first, leaves a time without"
              + " an answer, which resolvers may keep for "
              + absence(trip)
              + way(trip);
      case CNAME ->
          trip.group().name()
              + ": "
              + types(trip.before())
              + " becomes "
              + types(trip.after())
              + ". Route 53 refuses a CNAME beside other types. Applied all at once, the change fails"
              + " or, where Terraform happens to destroy first, leaves a time without an answer,"
              + " which resolvers may keep for "
              + absence(trip)
              + way(trip);
      case TYPE -> type(trip);
      case REPLACED -> replaced(trip);
      case ZONE ->
          "The zone "
              + trip.group().name()
              + " is destroyed and made anew"
              + because(trip)
              + ". The new one has other name servers: until the parent zone names them and resolvers"
              + " forget the old ones, often two days, there is no answer to any of its names. The"
              + " steps below keep the old zone until then.";
    };
  }

  private static String way(TripUp trip) {
    boolean everybody = trip.exchange().map(e -> e.answersEverybody()).orElse(false);
    boolean allTypes = trip.exchange().map(e -> e.missingTypes().isEmpty()).orElse(false);
    return everybody && allTypes
        ? ". The steps below leave none."
        : ". The steps below leave none but for "
            + (everybody ? "" : "clients whom the one record set in between does not cover")
            + (everybody || allTypes ? "" : ", and for ")
            + (allTypes
                ? ""
                : "the type "
                    + trip.exchange().stream()
                        .flatMap(e -> e.missingTypes().stream())
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")))
            + ": Terraform does not make one batch of it all.";
  }

  private static String type(TripUp trip) {
    RecordSet old = trip.before().get(0).set();
    RecordSet now = trip.after().get(0).set();
    String change =
        address(trip.before().get(0))
            + ": type "
            + old.type()
            + " becomes "
            + now.type()
            + ". The exchange is made at once, without a gap";
    if (old.type() == RecordType.CNAME) {
      return change + "; a CNAME answers for every type, and now only " + now.type() + " has one.";
    }
    return now.type() == RecordType.CNAME
        ? change + "."
        : change
            + ", but "
            + old.type()
            + " has no answer any more, and resolvers that asked for "
            + now.type()
            + " before may keep for "
            + absence(trip)
            + " that there was none.";
  }

  private static String replaced(TripUp trip) {
    RecordSet old = trip.before().get(0).set();
    RecordSet now = trip.after().get(0).set();
    boolean destroysFirst = trip.replacement().map(TripUp.Replacement::destroysFirst).orElse(true);
    String head = address(trip.before().get(0)) + ": ";
    if (old.name().equals(now.name())) {
      return head
          + old.group()
          + " is destroyed and made anew"
          + because(trip)
          + ". Resolvers that ask in between may keep for "
          + absence(trip)
          + " that there was nothing.";
    }
    return head
        + old.name()
        + " becomes "
        + now.name()
        + ". Terraform "
        + (destroysFirst
            ? "destroys the record and then creates another"
            : "creates another record and then destroys this one")
        + ". The old name has no answer from then on, nor has the new one until it is there;"
        + " resolvers may keep that for "
        + absence(trip)
        + ".";
  }

  private static String because(TripUp trip) {
    List<String> arguments = trip.replacement().map(TripUp.Replacement::because).orElse(List.of());
    return arguments.isEmpty()
        ? ", since it is tainted or -replace asks for it"
        : ", since " + String.join(" and ", arguments) + " cannot change in place";
  }

  private static String absence(TripUp trip) {
    return trip.absenceSeconds() + " s";
  }

  /** A resource as commands name it. */
  static String address(TripUp.Change change) {
    return change.address().orElseGet(() -> "the resource of " + change.set().key());
  }

  private static String policy(List<TripUp.Change> changes) {
    return changes.get(0).set().policy().map(policy -> policy.title()).orElse("simple");
  }

  private static String types(List<TripUp.Change> changes) {
    return changes.stream()
        .map(change -> change.set().type().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
