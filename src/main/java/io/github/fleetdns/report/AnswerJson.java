package io.github.fleetdns.report;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Either;
import io.github.fleetdns.answer.Outcome;
import io.github.fleetdns.answer.Step;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** Answers as JSON, as {@code docs/answer.schema.json} describes it. */
public final class AnswerJson {
  private AnswerJson() {}

  /**
   * The answers to one question.
   *
   * @param answers the first is the object itself; further ones, which private zones give to their
   *     networks, stand in {@code others}
   * @param explain whether paths say who was passed over, and why
   */
  public static Map<String, Object> of(List<Answer> answers, boolean explain) {
    Map<String, Object> json = of(answers.get(0), explain);
    if (answers.size() > 1) {
      json.put("others", answers.stream().skip(1).map(answer -> of(answer, explain)).toList());
    }
    return json;
  }

  /**
   * An answer.
   *
   * @param explain whether paths say who was passed over, and why
   */
  public static Map<String, Object> of(Answer answer, boolean explain) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("name", answer.question().name().toString());
    question.put("type", answer.question().type().map(Enum::name).orElse(null));
    question.put("zone", answer.zone().toString());
    question.put("visibility", answer.isPrivate() ? "private" : "public");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", question);
    json.put("rcode", answer.rcode().name());
    json.put("estimated", answer.estimated());
    json.put("unverified", answer.unverified());
    json.put("remarks", answer.remarks());
    json.put("eithers", answer.eithers().stream().map(either -> either(either, explain)).toList());
    json.put("answers", answer.outcomes().stream().map(o -> outcome(o, explain)).toList());
    return json;
  }

  private static Map<String, Object> either(Either either, boolean explain) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("share", either.share().doubleValue());
    json.put("fraction", fraction(either.share()));
    json.put(
        "ways",
        either.ways().stream()
            .map(
                way -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("setIdentifier", identifier(way.set()));
                  one.put("region", way.region());
                  one.put(
                      "milliseconds", way.millis().isPresent() ? way.millis().getAsDouble() : null);
                  one.put(
                      "answers", way.outcomes().stream().map(o -> outcome(o, explain)).toList());
                  one.put("eithers", way.eithers().stream().map(e -> either(e, explain)).toList());
                  return one;
                })
            .toList());
    return json;
  }

  private static Map<String, Object> outcome(Outcome outcome, boolean explain) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("share", outcome.share().doubleValue());
    json.put("fraction", fraction(outcome.share()));
    json.put("ttl", outcome.ttl().isPresent() ? outcome.ttl().getAsLong() : null);
    outcome.chooses().ifPresent(number -> json.put("chooses", number));
    json.put("records", outcome.records());
    json.put("target", outcome.target().map(AliasTarget::title).orElse(null));
    json.put("path", outcome.path().stream().map(step -> step(step, explain)).toList());
    outcome.followed().ifPresent(answer -> json.put("followed", of(answer, explain)));
    return json;
  }

  /** In lowest terms: {@code 3/4}, {@code 1}. */
  static String fraction(BigFraction share) {
    return share.getDenominator().equals(java.math.BigInteger.ONE)
        ? share.getNumerator().toString()
        : share.getNumerator() + "/" + share.getDenominator();
  }

  private static Map<String, Object> step(Step step, boolean explain) {
    List<RecordSet> sets = step.sets();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", step.group().name().toString());
    json.put("type", step.group().type().name());
    json.put("setIdentifier", sets.size() == 1 ? identifier(sets.get(0)) : null);
    if (sets.size() > 1) {
      json.put("setIdentifiers", sets.stream().map(AnswerJson::identifier).toList());
    }
    json.put("policy", sets.get(0).policy().map(RoutingPolicy::title).orElse("simple"));
    if (explain) {
      json.put("failOpen", step.failOpen());
      step.measure().ifPresent(measure -> json.put(unit(sets.get(0)), measure));
      json.put(
          "passedOver",
          step.passedOver().stream()
              .map(
                  passed -> {
                    Map<String, Object> over = new LinkedHashMap<>();
                    over.put("setIdentifier", identifier(passed.set()));
                    over.put("why", passed.why());
                    return over;
                  })
              .toList());
    }
    return json;
  }

  private static String unit(RecordSet set) {
    return set.policy().filter(RoutingPolicy.Latency.class::isInstance).isPresent()
        ? "milliseconds"
        : "biasedKilometres";
  }

  private static @org.jspecify.annotations.Nullable String identifier(RecordSet set) {
    return set.routing().map(Routing::setIdentifier).orElse(null);
  }
}
