package io.github.fleetdns.report;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Either;
import io.github.fleetdns.answer.Outcome;
import io.github.fleetdns.answer.Rcode;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.ServersBehind;
import io.github.fleetdns.answer.Step;
import io.github.fleetdns.table.TextTable;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An answer for people. */
public final class AnswerText {
  private final List<Answer> answers;
  private final List<Server> down;
  private final ServersBehind behind;
  private final boolean explain;
  private final boolean several;
  private final int columns;

  /**
   * The text of the answers to one question.
   *
   * @param answers one or, where it is answered differently inside and outside of networks, several
   * @param down the endpoints that are down, to say which answers lead to them
   * @param behind which servers answers lead to
   * @param explain whether to show who was passed over, and why
   * @param several whether there are several zones, so that the one that answers is named
   * @param columns how wide tables may be, as {@link TextTable#lines(int)} takes it
   */
  public AnswerText(
      List<Answer> answers,
      List<Server> down,
      ServersBehind behind,
      boolean explain,
      boolean several,
      int columns) {
    this.answers = List.copyOf(answers);
    this.down = List.copyOf(down);
    this.behind = behind;
    this.explain = explain;
    this.several = several;
    this.columns = columns;
  }

  /**
   * The lines.
   *
   * @param downNames what is down, as the user wrote it
   */
  public List<String> lines(Client client, List<String> downNames) {
    List<String> lines = new ArrayList<>();
    lines.add(
        answers.get(0).question()
            + " from "
            + ClientText.of(client)
            + (downNames.isEmpty()
                ? ", everything up"
                : ", with " + String.join(", ", downNames) + " down"));
    answers.forEach(answer -> add(answer, client, lines));
    return lines;
  }

  private void add(Answer answer, Client client, List<String> lines) {
    lines.add("");
    if (several) {
      lines.add(whoAnswers(answer, client));
    }
    add(answer, lines);
    Set<String> remarks = new LinkedHashSet<>();
    eithers(answer).forEach(either -> remarks.add("Either: " + either(either)));
    if (answer.estimated()) {
      remarks.add(
          "Estimated: latencies and places are not Route 53's own; measured ones may differ"
              + " (--latency, --at).");
    }
    answer.unverified().forEach(sentence -> remarks.add("Not verified: " + sentence + "."));
    remarks(answer).forEach(sentence -> remarks.add("Note: " + sentence + "."));
    if (!remarks.isEmpty()) {
      lines.add("");
      lines.addAll(remarks);
    }
  }

  /** What could be otherwise of an answer, and of those that it leads to. */
  private static List<Either> eithers(Answer answer) {
    List<Either> all = new ArrayList<>(Either.taken(answer.eithers()));
    answer.outcomes().stream()
        .flatMap(outcome -> outcome.followed().stream())
        .forEach(next -> all.addAll(eithers(next)));
    return all;
  }

  private String either(Either either) {
    String ways = either.ways().stream().map(this::way).collect(Collectors.joining(" or "));
    return either.ways().stream().allMatch(way -> way.millis().isPresent())
        ? ways + ": estimates do not tell them apart; measured latencies do (--latency)."
        : ways + ": it is not known which is nearer.";
  }

  /** {@code eu (52.94.1.3, 31 ms)}. */
  private String way(Either.Way way) {
    List<String> about = new ArrayList<>();
    if (way.outcomes().size() == 1) {
      about.add(what(way.outcomes().get(0)));
    }
    way.millis().ifPresent(ms -> about.add(String.format(Locale.ROOT, "%.0f ms", ms)));
    String name = identifier(way.set());
    return about.isEmpty() ? name : name + " (" + String.join(", ", about) + ")";
  }

  /** Which zone answers and, where nobody said from where the question comes, to whom. */
  private String whoAnswers(Answer answer, Client client) {
    String zone = zone(answer);
    if (client.isInVpc() || answers.size() == 1) {
      return "Answered by " + zone + ":";
    }
    return answer.isPrivate()
        ? "In a VPC of " + zone + ", which hides public zones around its names:"
        : "On the internet, by " + zone + ":";
  }

  private static String zone(Answer answer) {
    return (answer.isPrivate() ? "the private zone " : "the public zone ") + answer.zone();
  }

  private void add(Answer given, List<String> lines) {
    if (given.outcomes().isEmpty()) {
      String soFar = given.unverified().isEmpty() ? "" : ", as far as is known";
      lines.add(
          given.rcode() == Rcode.NXDOMAIN
              ? "NXDOMAIN" + soFar + ": nothing is at " + given.question().name() + " or below it"
              : "NODATA"
                  + soFar
                  + ": "
                  + given.question().name()
                  + " exists, without records of this type");
      return;
    }
    if (given.rcode() == Rcode.REFERRAL) {
      lines.add("REFERRAL: the name belongs to a zone of its own; ask its name servers");
    }
    TextTable table = new TextTable(">SHARE", ">TTL", "ANSWER", "BY").whole();
    for (Outcome outcome : given.outcomes()) {
      table.add(share(outcome), ttl(outcome), what(outcome), by(outcome));
    }
    lines.addAll(table.lines(columns));
    if (explain) {
      given.outcomes().forEach(outcome -> explain(outcome, lines));
    }
    for (Outcome outcome : given.outcomes()) {
      outcome
          .followed()
          .ifPresent(
              next -> {
                lines.add("");
                lines.add(
                    "The resolver then asks a second question, "
                        + next.question()
                        + "; from the same client"
                        + (next.zone().equals(given.zone()) && next.isPrivate() == given.isPrivate()
                            ? ":"
                            : ", answered by " + zone(next) + ":"));
                add(next, lines);
              });
    }
  }

  /** The remarks on an answer and on those that it leads to. */
  private static Set<String> remarks(Answer answer) {
    Set<String> remarks = new LinkedHashSet<>(answer.remarks());
    answer.outcomes().stream()
        .flatMap(outcome -> outcome.followed().stream())
        .forEach(next -> remarks.addAll(remarks(next)));
    return remarks;
  }

  private static String share(Outcome outcome) {
    String fraction = AnswerJson.fraction(outcome.share());
    return fraction.equals("1")
        ? "1"
        : fraction + String.format(Locale.ROOT, " (%.1f %%)", outcome.share().doubleValue() * 100);
  }

  private static String ttl(Outcome outcome) {
    return outcome.ttl().isPresent() ? Long.toString(outcome.ttl().getAsLong()) : "?";
  }

  private String what(Outcome outcome) {
    if (!outcome.isAnswered()) {
      return "no answer";
    }
    String what =
        outcome.target().map(AliasTarget::title).orElse(String.join(", ", outcome.records()));
    String some = outcome.chooses().isPresent() ? outcome.chooses().getAsInt() + " of " : "";
    List<String> dead =
        down.isEmpty()
            ? List.of()
            : behind.behind(outcome).stream().filter(down::contains).map(Server::name).toList();
    return some + what + (dead.isEmpty() ? "" : "  ← down: " + String.join(", ", dead));
  }

  /** The set identifiers from the question down. */
  private static String by(Outcome outcome) {
    return outcome.path().stream()
        .filter(step -> step.sets().get(0).routing().isPresent())
        .map(AnswerText::chosen)
        .collect(Collectors.joining(" › "));
  }

  private static String chosen(Step step) {
    return step.sets().stream().map(AnswerText::identifier).collect(Collectors.joining(", "));
  }

  private static String identifier(RecordSet set) {
    return set.routing().map(Routing::setIdentifier).orElse("simple");
  }

  private void explain(Outcome outcome, List<String> lines) {
    lines.add("");
    lines.add(what(outcome) + ":");
    for (Step step : outcome.path()) {
      RecordSet set = step.sets().get(0);
      String policy = set.policy().map(PolicyText::of).orElse("simple");
      lines.add(
          "  "
              + step.group()
              + ": "
              + (set.routing().isPresent() ? chosen(step) + ", " : "")
              + policy
              + measure(step)
              + (step.failOpen() ? "; nothing that applies is healthy, so all count as if" : ""));
      step.passedOver()
          .forEach(
              passed ->
                  lines.add("    passed over " + identifier(passed.set()) + ": " + passed.why()));
    }
    if (outcome.path().isEmpty()) {
      lines.add("  no record set applies to the client");
    }
  }

  private static String measure(Step step) {
    if (step.measure().isEmpty()) {
      return "";
    }
    boolean latency =
        step.sets().get(0).policy().filter(RoutingPolicy.Latency.class::isInstance).isPresent();
    return String.format(
        Locale.ROOT, latency ? ", %.0f ms" : ", %.0f km by bias", step.measure().getAsDouble());
  }
}
