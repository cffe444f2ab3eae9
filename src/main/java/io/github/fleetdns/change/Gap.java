package io.github.fleetdns.change;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordType;
import java.util.List;

/**
 * A time on the way in which somebody gets no answer, or not the one that is meant for them.
 *
 * @param name the name that is asked for
 * @param type the type that is asked for
 * @param who whom it is about: {@code everybody}, or who is in a place, such as {@code clients of
 *     region "eu-west-1"}
 * @param isUnanswered whether they get no answer; else others of the group answer them
 * @param isCertain whether it comes in every order that works; else in some
 * @param calls how many moments it lasts at most: the one after the call that takes the last answer
 *     away, and one more for each call that may come before the answer is back
 * @param seconds how long these take at most
 * @param cachedSeconds how long resolvers may keep beyond that that there is nothing; 0 where
 *     others answer
 * @param reaches the names whose answers lead there, too
 */
public record Gap(
    DomainName name,
    RecordType type,
    String who,
    boolean isUnanswered,
    boolean isCertain,
    int calls,
    long seconds,
    long cachedSeconds,
    List<DomainName> reaches) {
  /** Copies the list. */
  public Gap {
    reaches = List.copyOf(reaches);
  }

  /** How long somebody may be without an answer, in seconds. */
  public long unansweredSeconds() {
    return isUnanswered ? seconds + cachedSeconds : 0;
  }
}
