package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AliasTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * One of the answers that a client may get.
 *
 * <p>It has {@code records}, or the addresses of a {@code target}, or neither: then no record set
 * applies to the client, and Route 53 gives no answer.
 *
 * @param share how often it is given, above 0 and at most 1; exact
 * @param ttl how long resolvers may keep it, in seconds; empty where nobody says
 * @param records values in presentation format; of a referral, the name servers
 * @param target the AWS resource whose addresses are the answer
 * @param chooses how many of the record sets' values are in one answer, drawn at random, if not all
 *     (multivalue with more than eight candidates)
 * @param path the choices that led here, the first at the name that was asked for; empty if no
 *     record set applied there
 * @param followed the answer to the second question that a resolver asks when {@code records} is a
 *     CNAME whose target lies in the zone
 */
public record Outcome(
    BigFraction share,
    OptionalLong ttl,
    List<String> records,
    Optional<AliasTarget> target,
    OptionalInt chooses,
    List<Step> path,
    Optional<Answer> followed) {

  /** Copies the lists. */
  public Outcome {
    records = List.copyOf(records);
    path = List.copyOf(path);
  }

  /** Whether the client gets anything. */
  public boolean isAnswered() {
    return !records.isEmpty() || target.isPresent();
  }

  /** The same outcome, reached by one more choice in front. */
  Outcome behind(Step step, BigFraction shareOfStep) {
    List<Step> longer = new ArrayList<>(path.size() + 1);
    longer.add(step);
    longer.addAll(path);
    BigFraction product = shareOfStep.equals(BigFraction.ONE) ? share : share.multiply(shareOfStep);
    return new Outcome(product, ttl, records, target, chooses, longer, followed);
  }

  /** The same outcome, with the answer to the question that its CNAME leads to. */
  Outcome followedBy(Answer answer) {
    return new Outcome(share, ttl, records, target, chooses, path, Optional.of(answer));
  }
}
