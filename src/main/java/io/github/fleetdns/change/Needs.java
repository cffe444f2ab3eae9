package io.github.fleetdns.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an order of the actions must keep to, so that Route 53 takes every call and no call takes
 * away what is used.
 *
 * @param pairs of which one must come before the other
 * @param choices of each of which one alternative must hold
 * @param sideBySide what must not be done at the same time
 * @param never what is refused in every order
 */
record Needs(
    List<Pair> pairs, List<Choice> choices, List<SideBySide> sideBySide, List<Never> never) {

  /** One action must come before another. */
  record Pair(int first, int then, Clash clash) {}

  /**
   * One of several orders will do.
   *
   * @param alternatives any of them is enough
   * @param isMet whether an order keeps to it already
   */
  record Choice(List<Pair> alternatives, Predicate<Order> isMet) {}

  /** Two actions that must come one after the other, in either order. */
  record SideBySide(int one, int other, Clash clash) {}

  /** An action that is refused whenever it comes. */
  record Never(int action, Clash clash) {}

  Needs() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** Those that are certain alone. */
  Needs certain() {
    return new Needs(
        pairs.stream().filter(pair -> pair.clash().isCertain()).toList(),
        choices,
        sideBySide,
        never.stream().filter(one -> one.clash().isCertain()).toList());
  }
}
