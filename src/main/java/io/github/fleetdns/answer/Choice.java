package io.github.fleetdns.answer;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a policy chose.
 *
 * @param share how often, of the answers of the group
 * @param step the choice as users see it
 * @param members the record sets; several for multivalue
 * @param others what it could be as well, as far as estimates can tell
 */
record Choice(BigFraction share, Step step, List<SetNode> members, List<Nearest.Candidate> others) {

  /** A choice that could be no other. */
  Choice(BigFraction share, Step step, List<SetNode> members) {
    this(share, step, members, List.of());
  }

  /** Always this one. */
  static Choice of(SetNode member, Step step) {
    return new Choice(BigFraction.ONE, step, List.of(member));
  }

  /** The same choice, which could be one of these as well. */
  Choice or(List<Nearest.Candidate> candidates) {
    return candidates.isEmpty() ? this : new Choice(share, step, members, candidates);
  }

  /** Whether there is nothing to say of it but that it was made. */
  boolean isPlain() {
    return share.equals(BigFraction.ONE) && step.equals(members.get(0).plainStep());
  }
}
