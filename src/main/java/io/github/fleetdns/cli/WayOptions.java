package io.github.fleetdns.cli;

import io.github.fleetdns.change.Clash;
import io.github.fleetdns.change.StackChange;
import io.github.fleetdns.change.Verdict;
import io.github.fleetdns.change.Way;
import io.github.fleetdns.input.Doubts;
import io.github.fleetdns.input.ResourceIds;
import io.github.fleetdns.input.StackChanges;
import io.github.fleetdns.input.ZoneInput;
import io.github.fleetdns.problem.Severity;
import io.github.fleetdns.report.WayReport;
import io.github.fleetdns.report.WayText;
import io.github.fleetdns.terraform.read.ResourceChange;
import io.github.fleetdns.traffic.TripUps;
import io.github.fleetdns.zone.rule.Finding;
import io.github.fleetdns.zone.rule.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The way that Terraform takes from one input to another, and the gates on it. */
final class WayOptions {
  /** Of a zone that is not there before: min(900, 86400), route53.md#negative. */
  private static final long DEFAULT_CACHED_SECONDS = 900;

  @Option(
      names = "--safe-way",
      description =
          "The gate: Terraform gets from OLD to NEW in any order that it may take, without a call"
              + " that Route 53 refuses.")
  private boolean safeWay;

  @Option(
      names = "--max-gap",
      paramLabel = "TIME",
      converter = SecondsConverter.class,
      description =
          "The gate: on the way, nobody is without an answer for longer than this, such as 30s or"
              + " 5m, with the time that resolvers may keep it.")
  private @Nullable Long maxGap;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description =
          "Writes the change batch for the AWS CLI that does in one call for each name what"
              + " Terraform cannot do in any order, else what it would do; and beside it, as .tf, the"
              + " import and removed blocks after which Terraform has nothing to do about these"
              + " names.")
  private @Nullable Path batch;

  /** The way between two inputs, of all their zones together. */
  WayReport way(List<ZoneInput> before, List<ZoneInput> after, List<ResourceChange> planned) {
    List<StackChange> changes = StackChanges.between(before, after, planned);
    Map<String, Long> cached = new HashMap<>();
    for (ZoneInput zone : before) {
      cached.put(StackChanges.key(zone.zone()), TripUps.absenceSeconds(zone.zone()));
    }
    List<ZoneInput> all = new ArrayList<>(before);
    all.addAll(after);
    List<Clash> beside = broken(after);
    beside.addAll(Doubts.of(before, after));
    return new WayReport(
        Way.of(changes, beside, zone -> cached.getOrDefault(zone, DEFAULT_CACHED_SECONDS)),
        changes,
        ResourceIds.of(all),
        Optional.ofNullable(batch).map(Path::toString));
  }

  /** What Route 53 refuses of the zones that it shall lead to, whatever the way. */
  private static List<Clash> broken(List<ZoneInput> after) {
    List<Clash> broken = new ArrayList<>();
    for (ZoneInput zone : after) {
      for (Finding finding : Rules.check(zone.zone())) {
        if (finding.rule().severity() == Severity.ERROR) {
          broken.add(
              new Clash(
                  Clash.Kind.RULE,
                  "Route 53 refuses the new zone itself: " + finding.message(),
                  true));
        }
      }
    }
    return broken;
  }

  /**
   * Writes the files of {@code --batch}, if it is there.
   *
   * @throws IOException if a file cannot be written
   */
  void write(WayReport way) throws IOException {
    for (Map.Entry<Path, String> file : way.files().entrySet()) {
      WrittenFile.write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A sentence for each gate that is exceeded. */
  List<String> exceeded(Way way) {
    List<String> exceeded = new ArrayList<>();
    if (safeWay && way.verdict() != Verdict.ANY_ORDER) {
      exceeded.add(WayText.line(way) + " (--safe-way)");
    }
    Long most = maxGap;
    if (most != null) {
      way.gaps().stream()
          .filter(gap -> gap.unansweredSeconds() > most)
          .forEach(
              gap ->
                  exceeded.add(
                      gap.name()
                          + " "
                          + gap.type()
                          + " may be without an answer for "
                          + gap.unansweredSeconds()
                          + " s, more than "
                          + most
                          + " s (--max-gap)"));
      if (way.verdict() == Verdict.NO_ORDER || way.verdict() == Verdict.NOT_PROVED) {
        exceeded.add(
            "how long a name is without an answer is not known, as Terraform may be refused on the"
                + " way (--max-gap)");
      }
    }
    return exceeded;
  }
}
