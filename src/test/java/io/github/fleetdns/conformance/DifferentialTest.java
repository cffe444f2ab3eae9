package io.github.fleetdns.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Resolver;
import io.github.fleetdns.answer.Situation;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The resolver and the specification read literally ({@link BruteForce}) agree on any zone. */
class DifferentialTest {
  private static final int SITUATIONS = 2;
  private static final int QUESTIONS = 2;
  private static final int DEEPEST = 5;
  private static final int MANY = 4;

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void resolverAgreesWithBruteForce(@ForAll long seed) {
    Random random = new Random(seed);
    HostedZone zone = RandomZone.of(random);
    Resolver resolver = Resolver.of(zone);
    RandomSituation situations = new RandomSituation(random, zone);
    for (int i = 0; i < SITUATIONS; i++) {
      Outages outages = situations.outages();
      Situation situation = resolver.under(outages);
      for (int j = 0; j < QUESTIONS; j++) {
        Client client = situations.client();
        DomainName name = situations.name();
        if (!name.isWithin(zone.name())) {
          continue;
        }
        Question question = new Question(name, situations.type(name));
        Answer answer = situation.answer(question, client);
        Reply expected =
            new BruteForce(zone, client, outages).reply(question.name(), question.type());
        Reply actual = Reply.of(answer, false);
        if (!actual.equals(expected)) {
          assertThat(Smallest.disagreement(zone, question, client, outages)).isEmpty();
        }
        count(actual, answer);
      }
    }
    requireVariety();
  }

  private static void count(Reply reply, Answer answer) {
    Statistics.label("kind").collect(reply.kind());
    int levels =
        answer.outcomes().stream().mapToInt(outcome -> outcome.path().size()).max().orElse(0);
    Statistics.label("levels").collect(levels);
    Statistics.label("shares").collect(Math.min(MANY, reply.shares().size()));
  }

  /** What would be left untried if the zones were dull. */
  private static void requireVariety() {
    Statistics.label("kind")
        .coverage(
            seen -> {
              seen.check("NXDOMAIN").percentage(percent -> percent > 5);
              seen.check("NODATA").percentage(percent -> percent > 5);
              seen.check("REFERRAL").percentage(percent -> percent > 0.5);
            });
    Statistics.label("levels")
        .coverage(seen -> seen.check(DEEPEST).percentage(percent -> percent > 1));
    Statistics.label("shares")
        .coverage(seen -> seen.check(MANY).percentage(percent -> percent > 0.5));
  }
}
