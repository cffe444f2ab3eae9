package io.github.fleetdns.answer;

import io.github.fleetdns.zone.DomainName;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every answer that a client may get to a question, with its share.
 *
 * @param question what was asked
 * @param zone the apex of the zone that answers
 * @param isPrivate whether that zone answers some networks only
 * @param rcode what kind of answer it is
 * @param estimated whether it rests on estimates in place of measured latencies, or on the centre
 *     of a country in place of the client's location
 * @param unverified what it rests on that Route 53's documentation does not say, a sentence each
 * @param remarks what the zones beside it have to do with it, a sentence each
 * @param outcomes the possible answers, in the zone's order; none for NODATA and NXDOMAIN, else
 *     their shares add up to exactly 1
 * @param eithers what could be otherwise by latency, as far as estimates can tell; none if nothing
 * @param dependsOnClient whether a policy that goes by the client's place or address has a say, so
 *     that another client may get another answer
 */
public record Answer(
    Question question,
    DomainName zone,
    boolean isPrivate,
    Rcode rcode,
    boolean estimated,
    List<String> unverified,
    List<String> remarks,
    List<Outcome> outcomes,
    List<Either> eithers,
    boolean dependsOnClient) {

  /** Copies the lists. */
  public Answer {
    unverified = List.copyOf(unverified);
    remarks = List.copyOf(remarks);
    outcomes = List.copyOf(outcomes);
    eithers = List.copyOf(eithers);
  }

  /** The same answer, with what else there is to say of it. */
  Answer with(List<String> moreUnverified, List<String> moreRemarks) {
    if (moreUnverified.isEmpty() && moreRemarks.isEmpty()) {
      return this;
    }
    return new Answer(
        question,
        zone,
        isPrivate,
        rcode,
        estimated,
        Stream.concat(unverified.stream(), moreUnverified.stream()).distinct().toList(),
        Stream.concat(remarks.stream(), moreRemarks.stream()).distinct().toList(),
        outcomes,
        eithers,
        dependsOnClient);
  }
}
