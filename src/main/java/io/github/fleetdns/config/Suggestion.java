package io.github.fleetdns.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what a mistyped word was meant to be. */
public final class Suggestion {
  private static final int MAX_LENGTH = 100;

  private Suggestion() {}

  /** The known word that is close enough to the one written, if there is one. */
  public static Optional<String> of(String written, Collection<String> known) {
    // Nobody mistypes a text, and comparing them takes as long as both are.
    if (written.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int limit = Math.max(1, written.length() / 3);
    String lower = written.toLowerCase(Locale.ROOT);
    LevenshteinDistance distance = new LevenshteinDistance(limit);
    return known.stream()
        .filter(word -> distance.apply(lower, word.toLowerCase(Locale.ROOT)) >= 0)
        .min(Comparator.comparing(word -> distance.apply(lower, word.toLowerCase(Locale.ROOT))));
  }
}
