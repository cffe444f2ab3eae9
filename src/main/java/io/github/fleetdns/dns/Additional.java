package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outcome;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Rcode;
import io.github.fleetdns.answer.Step;
import io.github.fleetdns.answer.TooManyOutcomesException;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * The addresses of names in the zone that a response mentions: what a resolver would ask for next
 * (route53.md#sections).
 */
final class Additional {
  private final Zones.View view;
  private final Name asked;
  private final Client client;
  private boolean perClient;

  Additional(Zones.View view, Name asked, Client client) {
    this.view = view;
    this.asked = asked;
    this.client = client;
  }

  /** Whether anything that was noted or looked for depends on the client. */
  boolean isPerClient() {
    return perClient;
  }

  /** Notes an answer that is used. */
  void note(Answer answer) {
    perClient |= answer.dependsOnClient();
  }

  /** The last choice on the way to an outcome; empty if none was made. */
  static Optional<Step> last(Outcome outcome) {
    List<Step> path = outcome.path();
    return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
  }

  /** The name that a record leads to, if its type has one. */
  static Optional<Name> mentioned(Record record) {
    return record instanceof CNAMERecord cname
        ? Optional.of(cname.getTarget())
        : Optional.ofNullable(record.getAdditionalName());
  }

  /** The addresses of the names that records lead to. */
  List<Plan.Extra> of(List<Record> naming) {
    return naming.stream()
        .flatMap(record -> mentioned(record).stream())
        .distinct()
        .flatMap(target -> of(target).stream())
        .toList();
  }

  private List<Plan.Extra> of(Name target) {
    Optional<DomainName> inZone =
        WireNames.domainName(target)
            .filter(found -> found.isWithin(view.served().zone().name()))
            .filter(found -> !target.equals(asked));
    List<Plan.Extra> extras = new ArrayList<>();
    if (inZone.isPresent()) {
      for (RecordType family : List.of(RecordType.A, RecordType.AAAA)) {
        of(target, inZone.get(), family).ifPresent(extras::add);
      }
    }
    return extras;
  }

  private Optional<Plan.Extra> of(Name target, DomainName inZone, RecordType family) {
    Answer addresses;
    try {
      addresses = view.situation().answer(Question.of(inZone, family), client);
    } catch (TooManyOutcomesException e) {
      perClient = true;
      return Optional.empty();
    }
    note(addresses);
    List<Outcome> outcomes = addresses.outcomes();
    if (addresses.rcode() != Rcode.NOERROR
        || outcomes.stream().noneMatch(outcome -> has(outcome, family))) {
      return Optional.empty();
    }
    return Optional.of(
        new Plan.Extra(
            Weights.of(outcomes.stream().map(Outcome::share).toList()),
            outcomes.stream()
                .map(outcome -> Slice.of(asked, records(target, outcome, family)))
                .toList()));
  }

  private static boolean has(Outcome outcome, RecordType family) {
    return !outcome.records().isEmpty()
        && last(outcome).filter(step -> step.group().type() == family).isPresent();
  }

  private static List<Record> records(Name target, Outcome outcome, RecordType family) {
    if (!has(outcome, family)) {
      return List.of();
    }
    List<Record> records =
        ResourceRecords.of(
            target, family, outcome.ttl().orElse(Planner.RESOURCE_TTL), outcome.records());
    return records.subList(0, Math.min(records.size(), outcome.chooses().orElse(records.size())));
  }
}
