package io.github.fleetdns.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How good the estimates are where the truth is known: each measured region plays a client once.
 *
 * <p>All rows of that region are left out of the table before its round trips to the 31 others are
 * estimated, so that none of the numbers it is judged by took part. A region has no access network:
 * the ten milliseconds for that are taken off. Regions that were measured equally far are in no
 * order, and are not compared. docs/geography.md has the protocol and the results.
 */
class LatencyOfHeldOutRegionsTest {
  private static final double ACCESS_MILLIS = 10;

  private final Evaluation old = evaluate(false);
  private final Evaluation now = evaluate(true);

  /** A round trip that was estimated without the measurements of its client. */
  private record Pair(String client, String server, Latency.Estimate estimate, int measured) {
    double factor() {
      double ms = estimate.millis();
      return Math.max(ms / measured, measured / ms);
    }
  }

  /** What came out of all pairs of a client and a server, and of all pairs of servers. */
  private static final class Evaluation {
    private final List<Pair> pairs = new ArrayList<>();
    private int comparisons;
    private int wrong;
    private int differences;
    private int withinError;
    private int apart;
    private int apartWrong;

    void add(List<Pair> ofClient) {
      pairs.addAll(ofClient);
      for (int i = 0; i < ofClient.size(); i++) {
        for (int k = 0; k < i; k++) {
          compare(ofClient.get(i), ofClient.get(k));
        }
      }
    }

    private void compare(Pair one, Pair other) {
      double estimated = one.estimate().millis() - other.estimate().millis();
      double measured = one.measured() - other.measured();
      double error = Math.max(one.estimate().error(), other.estimate().error());
      differences++;
      withinError += Math.abs(estimated - measured) < error ? 1 : 0;
      if (measured != 0) {
        boolean isWrong = estimated * measured <= 0;
        boolean isApart = Math.abs(estimated) >= error;
        comparisons++;
        wrong += isWrong ? 1 : 0;
        apart += isApart ? 1 : 0;
        apartWrong += isApart && isWrong ? 1 : 0;
      }
    }

    double wrong() {
      return (double) wrong / comparisons;
    }

    double withinError() {
      return (double) withinError / differences;
    }

    double apartWrong() {
      return (double) apartWrong / apart;
    }

    double factor(double quantile) {
      double[] sorted = pairs.stream().mapToDouble(Pair::factor).sorted().toArray();
      return sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }
  }

  private static Evaluation evaluate(boolean byMeasurement) {
    Evaluation evaluation = new Evaluation();
    RegionLatencies all = RegionLatencies.all();
    for (String client : all.regions()) {
      Latency from =
          Latency.from(
              AwsRegions.of(client).orElseThrow().point(),
              all.without(byMeasurement ? client::equals : region -> true));
      List<Pair> ofClient = new ArrayList<>();
      for (String server : all.regions()) {
        if (!server.equals(client)) {
          Latency.Estimate estimate = from.to(AwsRegions.of(server).orElseThrow());
          ofClient.add(
              new Pair(
                  client,
                  server,
                  new Latency.Estimate(estimate.millis() - ACCESS_MILLIS, estimate.error()),
                  all.between(client, server).orElseThrow()));
        }
      }
      evaluation.add(ofClient);
    }
    return evaluation;
  }

  @Test
  void everyPairIsEstimatedFromBothEnds() {
    assertThat(now.pairs).hasSize(2 * 496).hasSameSizeAs(old.pairs);
    assertThat(now.comparisons).isEqualTo(old.comparisons);
  }

  @Test
  void measurementsPutFarFewerRegionsInTheWrongOrderThanDistances() {
    assertThat(old.wrong()).isGreaterThan(0.14);
    assertThat(now.wrong()).isLessThan(old.wrong() / 3);
  }

  @Test
  void measurementsAreNearerToTheTruthThanDistances() {
    assertThat(now.factor(0.5) - 1).isLessThan((old.factor(0.5) - 1) / 2);
    assertThat(now.factor(0.9) - 1).isLessThan((old.factor(0.9) - 1) / 2);
    assertThat(now.factor(1)).isLessThan(old.factor(1));
  }

  @Test
  void whatIsFartherApartThanTheErrorIsRarelyInTheWrongOrder() {
    assertThat(now.withinError()).isGreaterThan(0.7);
    assertThat(old.withinError()).isGreaterThan(0.7);
    assertThat(now.apartWrong()).isLessThan(0.03);
    assertThat(old.apartWrong()).isLessThan(0.04);
  }

  @Test
  void thePageSaysWhatCameOut() throws IOException {
    assertThat(Files.readString(Path.of("docs/geography.md"))).contains(table());
  }

  private String table() {
    return String.join(
        "\n",
        "| over 992 estimates and "
            + grouped(now.comparisons)
            + " comparisons | distance | measured |",
        "|---|---|---|",
        row("two regions are in the wrong order", percent(old.wrong()), percent(now.wrong())),
        row("an estimate is off by, in the median", factor(old, 0.5), factor(now, 0.5)),
        row("nine of ten are off by at most", factor(old, 0.9), factor(now, 0.9)),
        row("the worst is off by", factor(old, 1), factor(now, 1)),
        row(
            "differences that are right within the error",
            percent(old.withinError()),
            percent(now.withinError())),
        row(
            "in the wrong order although farther apart than the error",
            percent(old.apartWrong()),
            percent(now.apartWrong())));
  }

  private static String row(String what, String old, String now) {
    return "| " + what + " | " + old + " | " + now + " |";
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String factor(Evaluation evaluation, double quantile) {
    return String.format(Locale.ROOT, "%.2f times", evaluation.factor(quantile));
  }
}
