package io.github.fleetdns.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of aliases that are longer than any that people make. */
class DeepAliasesTest {
  private static DomainName name(int i) {
    return DomainName.of("n" + i + ".example.com");
  }

  /** Weighted aliases, each of which asks for the health of the next; the last has an address. */
  private static HostedZone chain(int aliases, RoutingPolicy policy) {
    List<RecordSet> sets = new ArrayList<>();
    for (int i = 0; i < aliases; i++) {
      sets.add(
          new RecordSet(
              name(i),
              RecordType.A,
              Optional.of(new Routing("only", policy, Optional.empty())),
              new Content.Alias(new AliasTarget.SameZone(name(i + 1)), true)));
    }
    sets.add(RecordSet.simple(name(aliases), RecordType.A, 60, List.of("192.0.2.1")));
    return HostedZone.of(DomainName.of("example.com"), sets);
  }

  private static Answer ask(HostedZone zone, int i) {
    return Resolver.of(zone)
        .under(Outages.NONE)
        .answer(Question.of(name(i), RecordType.A), Client.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 800, 999})
  void aLongChainIsFollowedToItsEnd(int aliases) {
    Answer answer = ask(chain(aliases, new RoutingPolicy.Weighted(1)), 0);
    assertThat(answer.outcomes())
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.records()).containsExactly("192.0.2.1"));
  }

  @Test
  void aChainThatDependsOnTheClientIsFollowedAsFar() {
    RoutingPolicy latency = new RoutingPolicy.Latency("eu-west-1");
    assertThat(ask(chain(999, latency), 0).outcomes()).hasSize(1);
    assertThatThrownBy(() -> ask(chain(1_010, latency), 0))
        .isInstanceOf(TooManyOutcomesException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 50_000})
  void aLongerOneIsSaidToBeTooLong(int aliases) {
    HostedZone zone = chain(aliases, new RoutingPolicy.Weighted(1));
    assertThatThrownBy(() -> ask(zone, 0))
        .isInstanceOf(TooManyOutcomesException.class)
        .hasMessageContaining("more than 1,000 in a chain");
    assertThat(ask(zone, aliases - 10).outcomes()).hasSize(1);
  }
}
