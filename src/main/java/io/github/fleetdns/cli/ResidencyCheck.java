package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Question;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.input.Input;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.report.ResidencyText;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.ResidencyProof;
import io.github.fleetdns.traffic.ResidencyRule;
import io.github.fleetdns.traffic.RoutedNames;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Proves the {@code residency} of fleet files. */
final class ResidencyCheck {
  private ResidencyCheck() {}

  /** Proofs for each place and each routed name of these zones; none for private ones. */
  static List<ResidencyProof> proofs(List<ZoneInput> zones) {
    InputWorld world = InputWorld.of(zones, false);
    Population everybody = Population.everywhere();
    List<ResidencyProof> proofs = new ArrayList<>();
    for (ZoneInput zone : zones) {
      List<ResidencyRule> rules =
          zone.fleets().stream().flatMap(fleet -> rules(fleet).stream()).toList();
      if (!rules.isEmpty() && !zone.zone().isPrivate()) {
        List<Question> questions =
            Stream.of(RecordType.A, RecordType.AAAA)
                .flatMap(type -> RoutedNames.of(zone.zone(), Optional.of(type)).stream())
                .toList();
        for (InputWorld.Name name :
            world.names(List.of(new InputWorld.Names(zone, questions, everybody)))) {
          proofs.addAll(ResidencyProof.of(name.model().of(name.question(), everybody), rules));
        }
      }
    }
    return proofs;
  }

  /** What was proved, with what it rests on, without a full stop. */
  static String sentence(ResidencyProof proof) {
    return ResidencyText.of(proof)
        + (proof.holds() && proof.estimated() ? "; " + ResidencyText.estimated(proof) : "");
  }

  private static List<ResidencyRule> rules(Fleet fleet) {
    return fleet.residency().stream()
        .map(r -> new ResidencyRule(r.place(), new LinkedHashSet<>(r.regions())))
        .toList();
  }

  /** The file, with what breaks its residency. */
  static FleetFile checked(FleetFile file) {
    if (file.fleet().map(Fleet::residency).orElse(List.of()).isEmpty()) {
      return file;
    }
    List<Problem> problems = new ArrayList<>();
    for (ZoneInput zone : Input.of(file).zones()) {
      if (zone.zone().isPrivate()) {
        problems.add(
            Problem.warning(
                file.residencyAt(zone.fleet().orElseThrow().residency().get(0).place()),
                "residency-private",
                "in a private zone Route 53 goes by the region of the VPC that asks, so that no"
                    + " place is proved"));
      }
      for (ResidencyProof proof : proofs(List.of(zone))) {
        if (!proof.holds()) {
          problems.add(
              Problem.error(
                  file.residencyAt(proof.rule().place()), "residency", ResidencyText.of(proof)));
        } else if (proof.estimated()) {
          problems.add(
              Problem.warning(
                  file.residencyAt(proof.rule().place()),
                  "residency-estimated",
                  ResidencyText.estimated(proof)));
        }
      }
    }
    return file.with(problems);
  }
}
