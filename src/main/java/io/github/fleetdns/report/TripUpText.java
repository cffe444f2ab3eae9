package io.github.fleetdns.report;

import io.github.fleetdns.traffic.TripUp;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Terraform will stumble over, and what to do, for people. */
public final class TripUpText {
  private TripUpText() {}

  /** What will happen, in sentences. */
  public static String what(TripUp trip) {
    String absence = trip.absenceSeconds().orElse(0) + " s";
    RecordSet old = trip.before().get(0).set();
    RecordSet now = trip.after().get(0).set();
    return switch (trip.kind()) {
      case POLICY ->
          trip.group()
              + ": "
              + policy(old)
              + " becomes "
              + policy(now)
              + ". Route 53 refuses the new record sets while an old one is there, so that the apply"
              + " fails; where Terraform destroys first, there is no answer in between, which"
              + " resolvers may keep for "
              + absence
              + ".";
      case CNAME ->
          old.name()
              + ": "
              + types(trip.before())
              + " becomes "
              + types(trip.after())
              + ". Route 53 refuses a CNAME beside other types, so that the apply fails; where"
              + " Terraform destroys first, there is no answer in between, which resolvers may"
              + " keep for "
              + absence
              + ".";
      case TYPE ->
          address(trip.before().get(0))
              + ": type "
              + old.type()
              + " becomes "
              + now.type()
              + ". The exchange is made at once, but "
              + old.type()
              + " has no answer any more, and resolvers that asked for "
              + now.type()
              + " before may keep for "
              + absence
              + " that there was none.";
      case REPLACED ->
          address(trip.before().get(0))
              + ": "
              + old.name()
              + " becomes "
              + now.name()
              + ". Terraform destroys the record and creates another. The old name has no answer"
              + " from then on, nor has the new one until it is there; resolvers may keep that for "
              + absence
              + ".";
    };
  }

  /**
   * The change in two steps, as commands; comments begin with #.
   *
   * @param terraform how Terraform is called: {@code terraform -chdir=cdktf.out/stacks/ai-app}
   */
  public static List<String> steps(TripUp trip, String terraform) {
    return switch (trip.kind()) {
      case POLICY, CNAME -> exchange(trip, terraform);
      case TYPE ->
          List.of(
              "# step 1: add the new type as a resource of its own, beside the old one",
              terraform + " apply",
              "# step 2: after " + ttl(trip) + ", remove the old resource",
              terraform + " apply");
      case REPLACED -> {
        String address = address(trip.before().get(0));
        yield List.of(
            "# step 1: keep the old record in the configuration under a second resource name, …_old",
            terraform + " state mv '" + address + "' '" + second(address) + "'",
            terraform + " apply",
            "# step 2: once nobody asks for the old name and its TTL of "
                + ttl(trip)
                + " is over, remove "
                + second(address),
            terraform + " apply");
      }
    };
  }

  /** First everything that the new record sets lead to, so that the gap is short. */
  private static List<String> exchange(TripUp trip, String terraform) {
    List<String> steps = new ArrayList<>();
    String targets =
        trip.before().stream()
            .map(change -> "-target='" + address(change) + "'")
            .collect(Collectors.joining(" "));
    steps.add("# step 1: destroy what stands in the way; from here on there is no answer");
    steps.add(terraform + " apply -destroy -auto-approve " + targets);
    steps.add("# step 2, at once: create the rest");
    steps.add(terraform + " apply -auto-approve");
    return steps;
  }

  private static String address(TripUp.Change change) {
    return change.address().orElse("the resource of " + change.set().key());
  }

  private static String second(String address) {
    return address.endsWith("]")
        ? address.replaceFirst("(\\[[^\\[]*\\])$", "_old$1")
        : address + "_old";
  }

  private static String ttl(TripUp trip) {
    Optional<Long> longest =
        trip.before().stream()
            .flatMap(change -> change.set().ttl().stream().boxed())
            .max(Long::compare);
    return longest.map(seconds -> seconds + " s").orElse("the target");
  }

  private static String policy(RecordSet set) {
    return set.policy().map(policy -> policy.title()).orElse("simple");
  }

  private static String types(List<TripUp.Change> changes) {
    return changes.stream()
        .map(change -> change.set().type().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
