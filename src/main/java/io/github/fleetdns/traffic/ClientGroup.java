package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Client;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Clients that Route 53 treats alike: those of a country, a state or a network.
 *
 * @param code what it is: {@code DE}, {@code US-CA}, {@code europe}, {@code 198.51.100.0/24}
 * @param title in words: {@code Germany}
 * @param client one of them
 * @param weight how many they are, or how much they ask, against the others; 0 for those whom a
 *     zone names although nobody counted them
 */
public record ClientGroup(String code, String title, Client client, BigFraction weight) {

  /** Requires a weight of at least 0. */
  public ClientGroup {
    if (weight.signum() < 0) {
      throw new IllegalArgumentException("the weight of " + code + " is below 0: " + weight);
    }
  }

  /** Whether they are counted, and not merely named by a zone. */
  public boolean isCounted() {
    return weight.signum() > 0;
  }
}
