package io.github.fleetdns.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.config.FleetFile;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every other case of {@code src/test/resources/answers} rests on, on a real fleet. */
class ResolverTest {
  private static final HostedZone ZONE =
      FleetCompiler.compile(
              FleetFile.read(Path.of("examples/data-residency/fleet.yaml")).fleet().orElseThrow())
          .zone();
  private static final Question API = Question.of("api.aiapp.example.com", RecordType.A);
  private static final Resolver RESOLVER = Resolver.of(ZONE);

  private static List<String> shares(Answer answer) {
    return answer.outcomes().stream()
        .map(o -> o.share() + " " + String.join(",", o.records()))
        .toList();
  }

  private static String path(Outcome outcome) {
    return outcome.path().stream()
        .map(step -> step.sets().get(0).routing().orElseThrow().setIdentifier())
        .collect(Collectors.joining(" "));
  }

  @Test
  void europeansGetTheEuropeanPoolByWeight() {
    Answer answer = RESOLVER.answer(API, Client.in("DE"), Outages.NONE);

    assertThat(answer.rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(shares(answer)).containsExactly("3 / 4 52.94.1.3", "1 / 4 52.94.1.4");
    assertThat(answer.unverified()).isEmpty();
    assertThat(answer.estimated()).isFalse();
    assertThat(path(answer.outcomes().get(0))).isEqualTo("europe primary eu-central-1-ai-server");
  }

  @Test
  void theSecondTakesAllWhenTheFirstIsDown() {
    Answer answer =
        RESOLVER.answer(API, Client.in("DE"), Outages.ofChecks("eu-central-1-ai-server"));

    assertThat(shares(answer)).containsExactly("1 52.94.1.4");
    Step last = answer.outcomes().get(0).path().get(2);
    assertThat(last.passedOver())
        .extracting(Step.PassedOver::why)
        .containsExactly("health check eu-central-1-ai-server is unhealthy");
  }

  @Test
  void theOtherContinentStepsInWhenThePoolIsDown() {
    Answer answer =
        RESOLVER.answer(
            API,
            Client.in("DE"),
            Outages.ofChecks("eu-central-1-ai-server", "eu-west-1-ai-server"));

    assertThat(shares(answer)).containsExactly("1 52.94.1.1");
    assertThat(path(answer.outcomes().get(0))).isEqualTo("europe secondary");
  }

  @Test
  void everythingDownFailsOpenAtEveryLevel() {
    Outages all = Outages.ofChecks(ZONE.healthChecks().keySet().toArray(String[]::new));

    Answer answer = RESOLVER.answer(API, Client.in("DE"), all);

    assertThat(shares(answer)).containsExactly("3 / 4 52.94.1.3", "1 / 4 52.94.1.4");
    assertThat(answer.outcomes().get(0).path()).allMatch(Step::failOpen);
  }

  @Test
  void aNameOfAnotherZoneIsTheCallersMistake() {
    Question other = Question.of("www.example.org", RecordType.A);

    assertThatThrownBy(() -> RESOLVER.answer(other, Client.UNKNOWN, Outages.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("www.example.org");
  }

  @Test
  void theApexHasAnSoaAndNameServersWithoutStatingThem() {
    Answer soa =
        RESOLVER.answer(Question.of(ZONE.name(), RecordType.SOA), Client.UNKNOWN, Outages.NONE);

    assertThat(soa.outcomes().get(0).ttl()).hasValue(ZoneDefaults.SOA_TTL);
    assertThat(soa.outcomes().get(0).records().get(0)).endsWith(" 7200 900 1209600 86400");
  }
}
