package io.github.fleetdns.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolLoopsTest {
  private final Map<String, Set<String>> pools = new LinkedHashMap<>();

  @Test
  void aPoolThatMentionsItselfIsALoop() {
    pool("a", "a");
    assertThat(PoolLoops.in(pools)).containsExactly(entry("a", List.of("a", "a")));
  }

  @Test
  void theShortestWayBackIsSaidOfTheFirstPoolOfALoop() {
    pool("before", "a");
    pool("a", "b", "c");
    pool("b", "c");
    pool("c", "a", "end");
    pool("end");
    assertThat(PoolLoops.in(pools)).containsExactly(entry("a", List.of("a", "c", "a")));
  }

  @Test
  void eachOfTwoLoopsIsSaid() {
    pool("a", "b");
    pool("b", "a", "c");
    pool("c", "d");
    pool("d", "c");
    assertThat(PoolLoops.in(pools))
        .containsExactly(entry("a", List.of("a", "b", "a")), entry("c", List.of("c", "d", "c")));
  }

  /** Two to the power of a hundred ways lead from the first to the last. */
  @Test
  void manyWaysToTheSamePoolAreNoLoopAndTakeNoTime() {
    for (int i = 0; i < 100; i++) {
      pool("l" + i, "l" + (i + 1), "r" + (i + 1));
      pool("r" + i, "l" + (i + 1), "r" + (i + 1));
    }
    pool("l100");
    pool("r100");
    assertThat(PoolLoops.in(pools)).isEmpty();
  }

  @Test
  void aLongChainIsNoLoop() {
    for (int i = 0; i < 100_000; i++) {
      pool("p" + i, "p" + (i + 1));
    }
    pool("p100000");
    assertThat(PoolLoops.in(pools)).isEmpty();
  }

  private void pool(String name, String... mentioned) {
    pools.put(name, new LinkedHashSet<>(List.of(mentioned)));
  }
}
