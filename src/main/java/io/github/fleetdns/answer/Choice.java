package io.github.fleetdns.answer;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a policy chose.
 *
 * @param share how often, of the answers of the group
 * @param step the choice as users see it
 * @param members the record sets; several for multivalue
 */
record Choice(BigFraction share, Step step, List<SetNode> members) {

  /** Always this one. */
  static Choice of(SetNode member, Step step) {
    return new Choice(BigFraction.ONE, step, List.of(member));
  }

  /** Whether there is nothing to say of it but that it was made. */
  boolean isPlain() {
    return share.equals(BigFraction.ONE) && step.equals(members.get(0).plainStep());
  }
}
