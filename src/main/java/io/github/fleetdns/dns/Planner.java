package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.Outcome;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.TooManyOutcomesException;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.HINFORecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Turns the distribution of answers into the responses that carry them. */
final class Planner {
  /** How long resolvers keep an alias to a load balancer (route53.md#ttl). */
  static final long RESOURCE_TTL = 60;

  private static final long ANY_TTL = 3600;

  private final TargetAddresses targets;
  private final QueryLog log;

  Planner(TargetAddresses targets, QueryLog log) {
    this.targets = targets;
    this.log = log;
  }

  /** The plan for a question that the zone holds the name of. */
  Plan plan(Zones.View view, Name name, int type, Client client) {
    Optional<DomainName> asked = WireNames.domainName(name);
    if (asked.isEmpty()) {
      return failure(
          name, type, Rcode.NXDOMAIN, "NXDOMAIN", List.of(view.served().negative()), false);
    }
    Optional<RecordType> known = RecordType.named(Type.string(type));
    Answer answer;
    try {
      answer = view.situation().answer(new Question(asked.get(), known), client);
    } catch (TooManyOutcomesException e) {
      return failure(name, type, Rcode.SERVFAIL, "SERVFAIL: " + e.getMessage(), List.of(), true);
    }
    return new Response(view, name, type, client, answer).plan();
  }

  private Plan failure(
      Name name, int type, int rcode, String label, List<Record> authority, boolean perClient) {
    Plan.Variant variant =
        new Plan.Variant(
            rcode,
            List.of(),
            0,
            Slice.of(name, authority),
            List.of(),
            Optional.empty(),
            counter(name, type, label));
    return new Plan(true, perClient, Weights.ONE, List.of(variant));
  }

  private LongAdder counter(Name name, int type, String label) {
    return log.counter(Labels.of(name), Type.string(type), label);
  }

  /** One response in the making. */
  private final class Response {
    private final Zones.View view;
    private final Name name;
    private final int type;
    private final Answer answer;
    private final Additional additional;

    Response(Zones.View view, Name name, int type, Client client, Answer answer) {
      this.view = view;
      this.name = name;
      this.type = type;
      this.answer = answer;
      this.additional = new Additional(view, name, client);
      additional.note(answer);
    }

    Plan plan() {
      boolean referral = answer.rcode() == io.github.fleetdns.answer.Rcode.REFERRAL;
      if (answer.outcomes().isEmpty()) {
        boolean missing = answer.rcode() == io.github.fleetdns.answer.Rcode.NXDOMAIN;
        int rcode = missing ? Rcode.NXDOMAIN : Rcode.NOERROR;
        Plan.Variant negative =
            type == Type.ANY && !missing ? any() : negative(rcode, missing ? "NXDOMAIN" : "NODATA");
        return new Plan(true, additional.isPerClient(), Weights.ONE, List.of(negative));
      }
      List<Plan.Variant> variants =
          answer.outcomes().stream()
              .map(outcome -> referral ? referral(outcome) : type == Type.ANY ? any() : of(outcome))
              .toList();
      Weights weights = Weights.of(answer.outcomes().stream().map(Outcome::share).toList());
      return new Plan(!referral, additional.isPerClient(), weights, variants);
    }

    private Plan.Variant of(Outcome outcome) {
      if (outcome.target().isPresent()) {
        return resource(outcome.target().get());
      }
      if (outcome.records().isEmpty()) {
        return negative(Rcode.NOERROR, "no record set applies");
      }
      RecordType kind = kind(outcome);
      long ttl = outcome.ttl().orElse(RESOURCE_TTL);
      List<List<Record>> units = units(outcome, kind, ttl);
      if (units.isEmpty()) {
        return broken("the values of " + answer.question() + " are none of the type");
      }
      int pick = Math.min(outcome.chooses().orElse(units.size()), units.size());
      return positive(units, pick, Optional.empty());
    }

    private List<List<Record>> units(Outcome outcome, RecordType kind, long ttl) {
      if (outcome.chooses().isPresent()) {
        return Additional.last(outcome).orElseThrow().sets().stream()
            .map(set -> ResourceRecords.of(name, kind, ttl, set.values()))
            .filter(unit -> !unit.isEmpty())
            .toList();
      }
      return ResourceRecords.of(name, kind, ttl, outcome.records()).stream().map(List::of).toList();
    }

    /** The type of the records: a CNAME answers for every type. */
    private RecordType kind(Outcome outcome) {
      return Additional.last(outcome)
          .map(step -> step.group().type())
          .or(() -> answer.question().type())
          .orElseThrow();
    }

    private Plan.Variant positive(List<List<Record>> units, int pick, Optional<String> remark) {
      List<Record> records = units.stream().flatMap(List::stream).toList();
      boolean servers = records.get(0).getType() == Type.NS && name.equals(view.served().apex());
      List<Record> authority = servers ? List.of() : view.served().nameServers();
      List<Record> naming = new ArrayList<>(records);
      naming.addAll(authority);
      return new Plan.Variant(
          Rcode.NOERROR,
          units.stream().map(unit -> Slice.of(name, unit)).toList(),
          pick,
          Slice.of(name, authority),
          additional.of(naming),
          remark.map(Response::other),
          counter(name, type, Labels.of(units, pick)));
    }

    private Plan.Variant negative(int rcode, String label) {
      return new Plan.Variant(
          rcode,
          List.of(),
          0,
          Slice.of(name, List.of(view.served().negative())),
          List.of(),
          Optional.empty(),
          counter(name, type, label));
    }

    private Plan.Variant broken(String remark) {
      return new Plan.Variant(
          Rcode.SERVFAIL,
          List.of(),
          0,
          Slice.NONE,
          List.of(),
          Optional.of(other(remark)),
          counter(name, type, "SERVFAIL"));
    }

    /** A remark for people (RFC 8914): code 0, "other". */
    private static ExtendedErrorCodeOption other(String text) {
      return new ExtendedErrorCodeOption(ExtendedErrorCodeOption.OTHER, text);
    }

    /** All types at once are not given away: one record that says so (RFC 8482 section 4.2). */
    private Plan.Variant any() {
      Record hinfo = new HINFORecord(name, DClass.IN, ANY_TTL, "RFC8482", "");
      return positive(List.of(List.of(hinfo)), 1, Optional.empty());
    }

    // ---- aliases of AWS resources ----

    /** Its addresses are AWS's; here they are those the user gave, or a CNAME stands in. */
    private Plan.Variant resource(AliasTarget target) {
      Optional<List<Record>> given = targets.of(target, name, type);
      if (given.isPresent()) {
        return given.get().isEmpty()
            ? negative(Rcode.NOERROR, "NODATA")
            : positive(
                given.get().stream().map(List::of).toList(), given.get().size(), Optional.empty());
      }
      String what = target.awsService().map(service -> service.title()).orElse("AWS resource");
      Optional<Name> dnsName = TargetAddresses.dnsName(target);
      if (dnsName.isEmpty()) {
        return broken(
            "the DNS name of this " + what + " is known after apply; --target sets addresses");
      }
      Record standIn = new CNAMERecord(name, DClass.IN, RESOURCE_TTL, dnsName.get());
      return positive(
          List.of(List.of(standIn)),
          1,
          Optional.of(
              "a CNAME stands in for the addresses of this " + what + "; --target sets them"));
    }

    private Plan.Variant referral(Outcome outcome) {
      RecordSet.Group cut = Additional.last(outcome).orElseThrow().group();
      List<Record> servers =
          ResourceRecords.of(
              WireNames.of(cut.name()), RecordType.NS, outcome.ttl().orElse(0), outcome.records());
      List<Plan.Extra> glue =
          servers.stream()
              .flatMap(server -> Additional.mentioned(server).stream())
              .distinct()
              .map(
                  server ->
                      WireNames.domainName(server)
                          .map(found -> view.served().glue(server, found))
                          .orElse(List.of()))
              .filter(records -> !records.isEmpty())
              .map(records -> new Plan.Extra(Weights.ONE, List.of(Slice.of(name, records))))
              .toList();
      return new Plan.Variant(
          Rcode.NOERROR,
          List.of(),
          0,
          Slice.of(name, servers),
          glue,
          Optional.empty(),
          counter(name, type, "referral to " + cut.name()));
    }
  }
}
