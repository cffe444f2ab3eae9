package io.github.fleetdns.report;

import io.github.fleetdns.text.ShellCommand;
import io.github.fleetdns.text.ShellComment;
import io.github.fleetdns.text.ShellLine;
import io.github.fleetdns.traffic.Exchange;
import io.github.fleetdns.traffic.TripUp;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to do about what Terraform will stumble over, as commands to paste; comments begin with #.
 *
 * <p>They rest on two things that Terraform does: a record set whose address is not in the
 * configuration is destroyed once it is targeted, and not before; and a resource that is moved to
 * another address by {@code state mv} becomes what the configuration says of that one.
 */
final class TripUpSteps {
  /** A shell takes more, a reader does not. */
  private static final int ADDRESSES_A_LINE = 10;

  private final ShellCommand terraform;
  private final List<ShellLine> lines = new ArrayList<>();
  private int steps;

  private TripUpSteps(ShellCommand terraform) {
    this.terraform = terraform;
  }

  /**
   * The steps of each, in order. What remains of the change is applied once, at the end of the
   * last: applied before, it would run into the others.
   *
   * @param terraform how Terraform is called: {@code terraform -chdir=cdktf.out/stacks/ai-app}
   * @param isLast whether nothing else that this Terraform stumbles over comes after these
   */
  static List<List<ShellLine>> of(List<TripUp> trips, ShellCommand terraform, boolean isLast) {
    List<List<ShellLine>> steps = new ArrayList<>();
    long pause = 0;
    for (int i = 0; i < trips.size(); i++) {
      TripUpSteps one = new TripUpSteps(terraform);
      one.write(trips.get(i));
      pause = Math.max(pause, pause(trips.get(i)));
      one.rest(isLast && i == trips.size() - 1, pause);
      steps.add(one.lines);
    }
    return steps;
  }

  private void write(TripUp trip) {
    switch (trip.kind()) {
      case POLICY, CNAME -> trip.exchange().ifPresent(exchange -> exchange(trip, exchange));
      case TYPE -> type(trip);
      case REPLACED -> replaced(trip);
      case ZONE -> zone(trip);
    }
  }

  private void rest(boolean isLast, long pause) {
    if (isLast) {
      step(
          "the rest"
              + (pause > 0 ? ", at the earliest " + pause + " s after the step before" : ""));
      run(terraform.with("apply"));
    } else {
      comment("the rest of the change comes with the last step below");
    }
  }

  private void step(String what) {
    steps++;
    comment("step " + steps + ": " + what);
  }

  private void comment(String text) {
    lines.add(new ShellComment(text));
  }

  private void run(ShellCommand command) {
    lines.add(command);
  }

  private void move(String from, String to) {
    run(terraform.with("state", "mv").naming(from, to));
  }

  private void apply(List<String> addresses) {
    ShellCommand apply = terraform.with("apply", "-auto-approve");
    for (String address : addresses) {
      apply = apply.option("-target", address);
    }
    run(apply);
  }

  private void exchange(TripUp trip, Exchange exchange) {
    String kept = TripUpText.address(exchange.kept());
    String first = TripUpText.address(exchange.first());
    if (!exchange.removed().isEmpty()) {
      step("of the old record sets leave " + kept + " alone, and it gets all of the traffic");
      List<String> gone = new ArrayList<>();
      for (Exchange.Removed removed : exchange.removed()) {
        String address = TripUpText.address(removed.change());
        gone.add(removed.addressIsTaken() ? second(address) : address);
        if (removed.addressIsTaken()) {
          move(address, second(address));
        }
      }
      apply(gone);
    }
    step(
        kept.equals(first)
            ? "exchange " + kept + " in one batch of the API of Route 53"
            : kept + " becomes " + first + " in one batch of the API of Route 53");
    if (!kept.equals(first)) {
      move(kept, first);
    }
    apply(List.of(first));
    if (!exchange.answersEverybody()) {
      comment(
          "until the last step, clients whom it does not cover get no answer, and resolvers may"
              + " keep that for "
              + trip.absenceSeconds()
              + " s");
      comment("a default record set, added before and removed afterwards, avoids that");
    }
    if (!exchange.missingTypes().isEmpty()) {
      comment(
          "until the last step, there is no answer of type "
              + exchange.missingTypes().stream().map(Enum::name).collect(Collectors.joining(", "))
              + ", and resolvers may keep that for "
              + trip.absenceSeconds()
              + " s");
    }
  }

  private void type(TripUp trip) {
    if (isBesideNothing(trip)) {
      return;
    }
    beside(trip, "add the new type beside the old one, which goes with the rest");
  }

  /**
   * A CNAME cannot stand beside another type (route53.md#r32, route53.md#r33): it is exchanged in
   * one batch.
   */
  private static boolean isBesideNothing(TripUp trip) {
    return Stream.concat(trip.before().stream(), trip.after().stream())
        .anyMatch(change -> change.set().type() == RecordType.CNAME);
  }

  private void replaced(TripUp trip) {
    String address = TripUpText.address(trip.before().get(0));
    List<String> because =
        trip.replacement().map(TripUp.Replacement::because).orElse(List.of("name"));
    if (because.contains("name") || because.contains("zone_id")) {
      beside(trip, "add the new record beside the old one, which goes with the rest");
    } else if (because.isEmpty()) {
      step("keep it, and plan without -replace");
      run(terraform.with("untaint").naming(address));
    } else {
      comment("a gap cannot be avoided: Route 53 refuses a second record set like it");
    }
  }

  private void beside(TripUp trip, String what) {
    String address = TripUpText.address(trip.before().get(0));
    step(what);
    move(address, second(address));
    apply(List.of(TripUpText.address(trip.after().get(0))));
  }

  private void zone(TripUp trip) {
    step("let Terraform forget the old zone, which stays as it is, and make the new one");
    List<String> addresses = new ArrayList<>();
    trip.before().forEach(change -> change.address().ifPresent(addresses::add));
    trip.replacement().ifPresent(replacement -> addresses.add(replacement.address()));
    for (int i = 0; i < addresses.size(); i += ADDRESSES_A_LINE) {
      run(
          terraform
              .with("state", "rm")
              .naming(addresses.subList(i, Math.min(addresses.size(), i + ADDRESSES_A_LINE))));
    }
    comment("after the last step, enter the name servers of the new zone in the parent zone or at");
    comment("the registrar, and once the TTL of the old ones is over, delete the old zone by hand");
  }

  /** How long resolvers may keep what was before. */
  private static long pause(TripUp trip) {
    long ttl =
        trip.before().stream()
            .flatMap(change -> change.set().ttl().stream().boxed())
            .max(Comparator.naturalOrder())
            .orElse(0L);
    return switch (trip.kind()) {
      case TYPE -> isBesideNothing(trip) ? 0 : Math.max(ttl, trip.absenceSeconds());
      case REPLACED -> isRenamed(trip) ? Math.max(ttl, trip.absenceSeconds()) : 0;
      case POLICY, CNAME, ZONE -> 0;
    };
  }

  private static boolean isRenamed(TripUp trip) {
    RecordSet old = trip.before().get(0).set();
    return !old.name().equals(trip.after().get(0).set().name());
  }

  private static String second(String address) {
    return address.endsWith("]")
        ? address.replaceFirst("(\\[[^\\[]*\\])$", "_old$1")
        : address + "_old";
  }
}
