package io.github.fleetdns.conformance;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Outcome;
import io.github.fleetdns.answer.Step;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be seen of an answer, in the words of the cases: {@link Reply#of(Object)} reads them,
 * and two replies are the same when their texts are.
 *
 * <pre>
 * NXDOMAIN | NODATA | NEGATIVE                     NEGATIVE is either of the two
 * REFERRAL 172800 ns-1.example.net.                with the name servers of the delegated zone
 * 3/4 60 192.0.2.1, 192.0.2.2                      share, TTL, values
 * 1/4 60 alias lb-1.eu-west-1.elb.amazonaws.com.   an AWS resource; - as TTL where nobody says it
 * 1 60 8 of 192.0.2.1, 192.0.2.2, …                so many of them at a time, at random
 * 1 no answer                                      no record set applies to the client
 * 1 60 192.0.2.1 via eu > berlin                   with the set identifiers that led there
 * 1 60 192.0.2.1 via eu! > berlin!                 where nothing was healthy and all were treated so
 * - 1 300 www.example.com.: 1 60 192.0.2.1         a CNAME, and the reply to the second question
 * </pre>
 *
 * @param kind {@code NOERROR}, {@code NODATA}, {@code NXDOMAIN}, {@code NEGATIVE} or {@code
 *     REFERRAL}
 * @param shares what is answered how often
 */
record Reply(String kind, Map<Shown, Fraction> shares) {
  static final Reply NXDOMAIN = new Reply("NXDOMAIN", Map.of());
  static final Reply NODATA = new Reply("NODATA", Map.of());

  Reply {
    shares = Map.copyOf(shares);
  }

  static Reply of(Map<Shown, Fraction> shares) {
    return new Reply("NOERROR", shares);
  }

  static Reply referral(Shown shown) {
    return new Reply("REFERRAL", Map.of(shown, Fraction.ONE));
  }

  /** Reads an expectation of a case: a word, a line, or a list of lines. */
  static Reply of(Object yaml) {
    List<?> lines = yaml instanceof List<?> list ? list : List.of(yaml);
    String first = String.valueOf(lines.get(0));
    if (List.of("NXDOMAIN", "NODATA", "NEGATIVE").contains(first)) {
      return new Reply(first, Map.of());
    }
    if (first.startsWith("REFERRAL ")) {
      return referral(Shown.of(first.substring("REFERRAL ".length()), Optional.empty()));
    }
    Map<Shown, Fraction> shares = new HashMap<>();
    for (Object line : lines) {
      Optional<Reply> followed = Optional.empty();
      Object text = line;
      if (line instanceof Map<?, ?> map) {
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        text = only.getKey();
        followed = Optional.of(of(only.getValue()));
      }
      String[] parts = String.valueOf(text).strip().split("\\s+", 2);
      Shown shown = Shown.of(parts[1], followed);
      if (shares.put(shown, Fraction.parse(parts[0])) != null) {
        throw new IllegalArgumentException("stated twice: " + text);
      }
    }
    Reply reply = of(shares);
    Fraction sum = shares.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    if (!sum.equals(Fraction.ONE)) {
      throw new IllegalArgumentException("the shares of " + reply + " add up to " + sum);
    }
    return reply;
  }

  /** Whether the expectation names set identifiers. */
  boolean hasPaths() {
    return shares.keySet().stream()
        .anyMatch(
            shown ->
                shown.via().isPresent() || shown.followed().map(Reply::hasPaths).orElse(false));
  }

  /** What an answer shows, with or without the set identifiers that led to it. */
  static Reply of(Answer answer, boolean paths) {
    Map<Shown, Fraction> shares = new HashMap<>();
    for (Outcome outcome : answer.outcomes()) {
      Fraction share =
          new Fraction(outcome.share().getNumerator(), outcome.share().getDenominator());
      shares.merge(shown(outcome, paths), share, Fraction::plus);
    }
    return switch (answer.rcode()) {
      case NXDOMAIN -> new Reply("NXDOMAIN", shares);
      case REFERRAL -> new Reply("REFERRAL", shares);
      case NOERROR -> new Reply(shares.isEmpty() ? "NODATA" : "NOERROR", shares);
    };
  }

  private static Shown shown(Outcome outcome, boolean paths) {
    Optional<String> via =
        Optional.of(outcome.path().stream().map(Reply::wordOf).collect(Collectors.joining(" > ")))
            .filter(path -> paths && !path.isEmpty());
    return new Shown(
        outcome.ttl(),
        outcome.chooses(),
        outcome.records(),
        outcome.target().map(ZoneText::targetOf),
        via,
        outcome.followed().map(answer -> of(answer, paths)));
  }

  private static String wordOf(Step step) {
    String chosen =
        step.sets().stream()
            .map(RecordSet::routing)
            .map(routing -> routing.map(Routing::setIdentifier).orElse("-"))
            .sorted()
            .collect(Collectors.joining("+"));
    return chosen + (step.failOpen() ? "!" : "");
  }

  /** Whether an answer that shows this meets the expectation. */
  boolean isMetBy(Reply actual) {
    return kind.equals("NEGATIVE")
        ? List.of("NXDOMAIN", "NODATA").contains(actual.kind) && actual.shares.isEmpty()
        : pattern().matcher(actual.toString()).matches();
  }

  /** This text, where … stands for any. */
  private Pattern pattern() {
    return Pattern.compile(
        Stream.of(toString().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  @Override
  public String toString() {
    if (shares.isEmpty()) {
      return kind;
    }
    List<String> lines = new ArrayList<>();
    shares.forEach(
        (shown, share) ->
            lines.add((kind.equals("NOERROR") ? share : kind + " " + share) + " " + shown));
    return lines.stream().sorted().collect(Collectors.joining("\n"));
  }

  /** Without the set identifiers; what is then alike is added up. */
  Reply withoutPaths() {
    Map<Shown, Fraction> merged = new HashMap<>();
    shares.forEach((shown, share) -> merged.merge(shown.withoutPath(), share, Fraction::plus));
    return new Reply(kind, merged);
  }
}
