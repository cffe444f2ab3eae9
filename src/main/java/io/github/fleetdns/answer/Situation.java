package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A zone while something is down: answers every question put to it.
 *
 * <p>What does not depend on the client is found once and remembered, so that most answers are a
 * look-up. Safe for use by several threads.
 */
public final class Situation {
  private final ZoneTree tree;
  private final Outages outages;
  private final Doubts doubts;
  private final Map<String, Boolean> checks = new HashMap<>();
  private final boolean[] checkHealthy;
  private final AtomicReferenceArray<Evaluation.Part> parts;
  private final AtomicReferenceArray<Evaluation.Health> healths;
  private final AtomicReferenceArray<List<Outcome>> behind;

  Situation(ZoneTree tree, Outages outages) {
    this.tree = tree;
    this.outages = outages;
    this.doubts = new Doubts(tree.zone());
    this.parts = new AtomicReferenceArray<>(tree.groupCount());
    this.healths = new AtomicReferenceArray<>(tree.groupCount());
    this.behind = new AtomicReferenceArray<>(tree.sets().size());
    CheckStates states = new CheckStates(tree.zone().healthChecks(), outages);
    tree.zone().healthChecks().keySet().forEach(name -> checks.put(name, states.isHealthy(name)));
    this.checkHealthy = new boolean[tree.sets().size()];
    for (SetNode set : tree.sets()) {
      checkHealthy[set.index()] = set.check().map(states::isHealthy).orElse(true);
    }
  }

  /** The zone. */
  public HostedZone zone() {
    return tree.zone();
  }

  /** What is down. */
  public Outages outages() {
    return outages;
  }

  /** Whether a health check is healthy (route53.md#check-types). */
  public boolean isCheckHealthy(String name) {
    return checks.getOrDefault(name, !outages.checks().contains(name));
  }

  /**
   * Whether a record set counts as healthy for a client (route53.md#health): its check and, where
   * it evaluates that, its target.
   *
   * @throws IllegalArgumentException if the zone has no such record set
   */
  public boolean isHealthy(RecordSet set, Client client) {
    SetNode node =
        tree.group(set.name(), set.type()).stream()
            .flatMap(group -> group.members().stream())
            .filter(member -> member.set().equals(set))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no record set " + set.key()));
    return new Evaluation(this, placesOf(client), 0, false).isHealthy(node);
  }

  /**
   * The answers that a client gets.
   *
   * @throws IllegalArgumentException if the name is not within the zone
   * @throws TooManyOutcomesException if the tree has more than 100,000 ways to an answer
   */
  public Answer answer(Question question, Client client) {
    if (!question.name().isWithin(tree.apex())) {
      throw new IllegalArgumentException(question.name() + " is not within " + tree.apex());
    }
    return answer(question, client, Set.of(), withinZone(client));
  }

  /**
   * The answers that a client gets.
   *
   * @param asked the names that led here by CNAME
   * @param onward who answers the questions that CNAMEs lead to
   */
  Answer answer(Question question, Client client, Set<DomainName> asked, Onward onward) {
    Places places = placesOf(client);
    Draft draft = draft(question, places, 0);
    if (draft.touched != 0) {
      for (Reading reading : Reading.values()) {
        boolean leans = (draft.touched & reading.bit()) != 0;
        if (leans && !draft.isLike(draft(question, places, reading.bit()))) {
          draft.note(reading.sentence());
        }
      }
    }
    doubts.about(question, draft.answering, draft.exact, outages).forEach(draft::note);
    if (draft.cname || (tree.leadsOut() && onward.leavesZone())) {
      follow(draft, question, asked, onward);
    }
    return new Answer(
        question,
        tree.apex(),
        tree.zone().isPrivate(),
        draft.rcode,
        draft.estimated,
        List.copyOf(draft.notes),
        List.of(),
        draft.outcomes,
        draft.eithers,
        draft.dependsOnClient);
  }

  private Places placesOf(Client client) {
    return Places.of(tree.zone().isPrivate(), client);
  }

  // ---- what the walks ask ----

  int groupCount() {
    return tree.groupCount();
  }

  boolean isCheckHealthy(SetNode set) {
    return checkHealthy[set.index()];
  }

  /** Whether Route 53 sees an AWS resource as healthy. */
  boolean isUp(AliasTarget target) {
    AwsService service = target.awsService().orElse(AwsService.OTHER);
    return service.health() == AwsService.TargetHealth.NONE || !outages.targets().contains(target);
  }

  /** What a group that does not depend on the client gives. */
  Evaluation.Part part(GroupNode group) {
    Evaluation.Part part = parts.get(group.index());
    if (part == null) {
      part = new Evaluation(this, placesOf(Client.UNKNOWN), 0, true).walk(group);
      parts.set(group.index(), part);
    }
    return part;
  }

  /** What an alias gives that leads to a group which does not depend on the client. */
  List<Outcome> behind(SetNode alias, GroupNode group) {
    List<Outcome> outcomes = behind.get(alias.index());
    if (outcomes == null) {
      Choice plain = Choice.of(alias, alias.plainStep());
      outcomes = Evaluation.behind(plain, part(group).outcomes());
      behind.set(alias.index(), outcomes);
    }
    return outcomes;
  }

  /** The health of a group that does not depend on the client. */
  Evaluation.Health health(GroupNode group) {
    Evaluation.Health health = healths.get(group.index());
    if (health == null) {
      health = new Evaluation(this, placesOf(Client.UNKNOWN), 0, true).health(group);
      healths.set(group.index(), health);
    }
    return health;
  }

  // ---- one question ----

  /** An answer in the making. */
  private static final class Draft {
    private Rcode rcode = Rcode.NOERROR;
    private List<Outcome> outcomes = List.of();
    private List<Either> eithers = List.of();
    private Set<String> notes = Set.of();
    private int touched;
    private boolean estimated;
    private boolean cname;
    private @Nullable GroupNode answering;
    private boolean exact;
    private boolean dependsOnClient;

    void note(String sentence) {
      notes = notes.isEmpty() ? new LinkedHashSet<>() : notes;
      notes.add(sentence);
    }

    /** Whether clients get the same from both. */
    boolean isLike(Draft other) {
      return rcode == other.rcode && seen(outcomes).equals(seen(other.outcomes));
    }

    private static List<Object> seen(List<Outcome> outcomes) {
      List<Object> seen = new ArrayList<>();
      for (Outcome outcome : outcomes) {
        seen.add(List.of(outcome.share(), outcome.records(), outcome.target()));
      }
      return seen;
    }
  }

  private Draft draft(Question question, Places places, int readings) {
    Draft draft = new Draft();
    boolean pastExisting = (readings & Reading.WILDCARD_BELOW_EXISTING.bit()) != 0;
    NameTable names = tree.names();
    NameTable.Found found = names.find(question.name(), question.type(), pastExisting);
    if (found instanceof NameTable.Delegated delegated) {
      draft.rcode = Rcode.REFERRAL;
      draft.exact = true;
      evaluate(draft, delegated.servers(), places, readings);
    } else if (found instanceof NameTable.At at) {
      draft.exact = at.entry() == names.exact(question.name());
      evaluate(draft, at.entry(), question, places, readings);
    } else {
      draft.rcode = found instanceof NameTable.Nowhere ? Rcode.NXDOMAIN : Rcode.NOERROR;
      if (names.hasWildcards()) {
        draft.touched |= Reading.WILDCARD_BELOW_EXISTING.bit();
      }
      if (found instanceof NameTable.NonTerminal) {
        draft.note(
            question.name()
                + " has no records, only names below it: NODATA is assumed, Route 53's"
                + " documentation is not clear (docs/route53.md#c8)");
      }
    }
    return draft;
  }

  private void evaluate(
      Draft draft, NameTable.Entry entry, Question question, Places places, int readings) {
    GroupNode group = question.type().map(entry::group).orElse(null);
    if (group == null) {
      group = entry.group(RecordType.CNAME);
      draft.cname = group != null;
    }
    if (group != null) {
      evaluate(draft, group, places, readings);
    } else if (tree.zone().isPrivate()) {
      draft.note(
          "in a private zone, a name without records of the type is a negative answer: NODATA is"
              + " assumed, the guide says NXDOMAIN (docs/route53.md#c7)");
    }
  }

  private void evaluate(Draft draft, GroupNode group, Places places, int readings) {
    draft.answering = group;
    draft.dependsOnClient |= group.dependsOnClient();
    Evaluation.Part part;
    if (readings == 0 && !group.dependsOnClient()) {
      part = part(group);
    } else {
      if (places.isPrivate() && group.dependsOnClient() && !places.hasRegion()) {
        draft.note(
            "a private zone goes by the region of the VPC that asks; no known one was given");
      }
      part = new Evaluation(this, places, readings, false).walk(group);
    }
    draft.outcomes = part.outcomes();
    draft.eithers = part.eithers();
    draft.touched |= part.touched();
    part.notes().forEach(draft::note);
    draft.estimated |= part.estimated();
  }

  /** Who answers the second question that a resolver asks. */
  interface Onward {
    /** Whether others answer than this zone, and to more than CNAMEs. */
    boolean leavesZone();

    /** Whether a name is in a zone that is known here. */
    boolean holds(DomainName name);

    /** The answer, with the names that led there. */
    Answer ask(Question question, Set<DomainName> asked);
  }

  private Onward withinZone(Client client) {
    return new Onward() {
      @Override
      public boolean leavesZone() {
        return false;
      }

      @Override
      public boolean holds(DomainName name) {
        return name.isWithin(tree.apex());
      }

      @Override
      public Answer ask(Question question, Set<DomainName> asked) {
        return answer(question, client, asked, this);
      }
    };
  }

  /** The resolver's second question, for each CNAME whose target is in a zone that is known. */
  private void follow(Draft draft, Question question, Set<DomainName> asked, Onward onward) {
    Set<DomainName> longer = new HashSet<>(asked);
    longer.add(question.name());
    draft.outcomes = follow(draft.outcomes, draft, question, longer, onward);
    if (!draft.eithers.isEmpty()) {
      // Only what the answer itself leans on is said of it.
      Draft aside = new Draft();
      aside.cname = draft.cname;
      draft.eithers =
          draft.eithers.stream()
              .map(either -> either.map(of -> follow(of, aside, question, longer, onward)))
              .toList();
    }
  }

  private List<Outcome> follow(
      List<Outcome> of, Draft draft, Question question, Set<DomainName> longer, Onward onward) {
    List<Outcome> outcomes = new ArrayList<>();
    boolean same = true;
    for (Outcome outcome : of) {
      Optional<DomainName> target =
          (draft.cname ? cname(outcome) : foreignAlias(outcome)).filter(onward::holds);
      if (target.isEmpty()) {
        outcomes.add(outcome);
      } else if (longer.contains(target.get())) {
        draft.note("the CNAMEs lead back to " + target.get() + ", which Route 53 refuses");
        outcomes.add(outcome);
      } else {
        Answer answer = onward.ask(new Question(target.get(), question.type()), longer);
        answer.unverified().forEach(draft::note);
        draft.estimated |= answer.estimated();
        draft.dependsOnClient |= answer.dependsOnClient();
        outcomes.add(outcome.followedBy(answer));
        same = false;
      }
    }
    return same ? of : outcomes;
  }

  private static Optional<DomainName> cname(Outcome outcome) {
    return outcome.records().size() == 1 ? name(outcome.records().get(0)) : Optional.empty();
  }

  /** An alias to a name of another hosted zone, which Route 53 refuses (route53.md#r48). */
  private static Optional<DomainName> foreignAlias(Outcome outcome) {
    return outcome.target().orElse(null) instanceof AliasTarget.AwsResource resource
            && resource.service() == AwsService.OTHER
        ? name(resource.dnsName())
        : Optional.empty();
  }

  private static Optional<DomainName> name(String text) {
    try {
      return Optional.of(DomainName.of(text));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
