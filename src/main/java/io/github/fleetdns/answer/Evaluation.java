package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * One walk through a zone for one client (route53.md#health): choose in the group by its policy
 * among the healthy, follow the alias, and so on; whatever the walk leaned on is noted on the way.
 */
final class Evaluation {
  /** How many values of a multivalue group are in one answer (route53.md#multivalue). */
  static final int MULTIVALUE_LIMIT = 8;

  /** How many ways through a tree are followed before it is called too large. */
  private static final int MAX_OUTCOMES = 100_000;

  /** How many aliases in a chain are followed: each takes some of the thread's stack. */
  private static final int MAX_DEPTH = 1_000;

  /** TTL of an alias to a load balancer (route53.md#ttl). */
  private static final long AWS_TTL = 60;

  private final Situation situation;
  private final Places places;
  private final int readings;
  private final BitSet open = new BitSet();
  private Set<String> notes = Set.of();
  private Map<GroupNode, Boolean> groupHealth = Map.of();
  private final boolean filling;

  /** What could be otherwise, of the group that is being followed; shares are of its answers. */
  private List<Either> eithers = new ArrayList<>(0);

  private int touched;
  private boolean estimated;
  private int depth;

  /**
   * A walk.
   *
   * @param readings the bits of the readings whose second sense is taken
   * @param filling whether it finds what the situation then remembers, and must not ask it
   */
  Evaluation(Situation situation, Places places, int readings, boolean filling) {
    this.situation = situation;
    this.places = places;
    this.readings = readings;
    this.filling = filling;
  }

  /** What a walk through a group found, what else it could be, and what it leaned on. */
  record Part(
      List<Outcome> outcomes,
      List<Either> eithers,
      int touched,
      Set<String> notes,
      boolean estimated) {}

  Part walk(GroupNode group) {
    // A copy once, so that answers share it.
    List<Outcome> outcomes = List.copyOf(outcomes(group));
    return new Part(outcomes, List.copyOf(eithers), touched, notes, estimated);
  }

  /** Whether this walk finds what else could be chosen; one for the sake of a reading does not. */
  boolean countsOthers() {
    return readings == 0;
  }

  Places places() {
    return places;
  }

  /** Whether the second sense of a reading is taken here, where it makes a difference. */
  boolean takes(Reading reading) {
    touched |= reading.bit();
    return (readings & reading.bit()) != 0;
  }

  void note(String sentence) {
    notes = notes.isEmpty() ? new LinkedHashSet<>() : notes;
    notes.add(sentence);
  }

  void estimate() {
    estimated = true;
  }

  // ---- outcomes ----

  private List<Outcome> outcomes(GroupNode group) {
    if (isRemembered(group)) {
      return take(situation.part(group));
    }
    if (open.get(group.index())) {
      note("the aliases lead back to " + group.group() + ", which Route 53 refuses");
      return List.of(unanswered(List.of()));
    }
    open.set(group.index());
    goDown(group);
    List<Choice> choices = new Chooser(this, group).choices();
    List<Outcome> outcomes;
    if (choices.isEmpty()) {
      note(
          "no record set of "
              + group.group()
              + " applies to the client: Route 53 gives no answer, with a response code that its"
              + " documentation does not name (docs/route53.md#geolocation)");
      outcomes = List.of(unanswered(List.of()));
    } else if (choices.size() == 1) {
      Choice only = choices.get(0);
      outcomes = only.others().isEmpty() ? follow(only) : followWithOthers(only);
    } else {
      outcomes = new ArrayList<>();
      List<Either> above = eithers;
      List<Either> all = new ArrayList<>(0);
      for (Choice choice : choices) {
        eithers = new ArrayList<>(0);
        outcomes.addAll(follow(choice));
        eithers.forEach(either -> all.add(either.ofPart(choice.share())));
        if (outcomes.size() > MAX_OUTCOMES) {
          throw TooManyOutcomesException.ways(group.group());
        }
      }
      eithers = above;
      eithers.addAll(all);
    }
    open.clear(group.index());
    depth--;
    return outcomes;
  }

  private List<Outcome> followWithOthers(Choice choice) {
    List<Either> above = eithers;
    eithers = new ArrayList<>(0);
    List<Outcome> outcomes = follow(choice);
    List<Either.Way> ways = new ArrayList<>();
    SetNode taken = choice.members().get(0);
    ways.add(new Either.Way(taken.set(), choice.step().measure(), outcomes, eithers));
    // Only what the answer itself leans on is said of it.
    Set<String> notesOfAnswer = notes;
    int touchedByAnswer = touched;
    boolean estimatedAnswer = estimated;
    for (Nearest.Candidate other : choice.others()) {
      notes = Set.of();
      eithers = new ArrayList<>(0);
      List<Outcome> its = follow(Choice.of(other.member(), other.member().plainStep()));
      ways.add(new Either.Way(other.member().set(), other.measure(), its, eithers));
    }
    notes = notesOfAnswer;
    touched = touchedByAnswer;
    estimated = estimatedAnswer;
    eithers = above;
    eithers.add(new Either(BigFraction.ONE, ways));
    return outcomes;
  }

  private void goDown(GroupNode group) {
    if (++depth > MAX_DEPTH) {
      throw TooManyOutcomesException.depth(group.group());
    }
  }

  /** Whether the situation knows what a group gives to every client alike. */
  private boolean isRemembered(GroupNode group) {
    return !filling && readings == 0 && !group.dependsOnClient();
  }

  private List<Outcome> take(Part part) {
    touched |= part.touched();
    part.notes().forEach(this::note);
    estimated |= part.estimated();
    return part.outcomes();
  }

  private List<Outcome> follow(Choice choice) {
    SetNode first = choice.members().get(0);
    if (first.aliasTarget().isEmpty()) {
      return List.of(values(choice));
    }
    AliasTarget target = first.aliasTarget().get();
    if (!(target instanceof AliasTarget.SameZone)) {
      return List.of(resource(choice, target));
    }
    GroupNode group = first.target();
    if (group == null) {
      note(
          "the alias "
              + first.set().key()
              + " leads to a name without such records, which Route 53 refuses");
      return List.of(unanswered(List.of()).behind(choice.step(), choice.share()));
    }
    if (isRemembered(group) && choice.isPlain()) {
      take(situation.part(group));
      return situation.behind(first, group);
    }
    int known = eithers.size();
    List<Outcome> below = outcomes(group);
    for (int i = known; i < eithers.size(); i++) {
      eithers.set(i, eithers.get(i).map(of -> behind(Choice.of(first, choice.step()), of)));
    }
    return behind(choice, below);
  }

  /** What a group gives, reached by a choice. */
  static List<Outcome> behind(Choice choice, List<Outcome> below) {
    List<Outcome> outcomes = new ArrayList<>(below.size());
    for (Outcome outcome : below) {
      outcomes.add(outcome.behind(choice.step(), choice.share()));
    }
    return List.copyOf(outcomes);
  }

  private Outcome values(Choice choice) {
    List<SetNode> members = choice.members();
    if (members.size() == 1) {
      Content.Values content = (Content.Values) members.get(0).set().content();
      return new Outcome(
          choice.share(),
          OptionalLong.of(content.ttl()),
          once(content.values()),
          Optional.empty(),
          OptionalInt.empty(),
          List.of(choice.step()),
          Optional.empty());
    }
    List<String> values = members.stream().flatMap(m -> m.set().values().stream()).toList();
    boolean several = values.size() > members.size();
    if (several && values.size() > MULTIVALUE_LIMIT) {
      note(
          "some record sets of "
              + members.get(0).set().group()
              + " have several values; whether Route 53 counts record sets or values up to eight"
              + " is not documented (docs/route53.md#multivalue-eight)");
    }
    boolean draws = members.size() > MULTIVALUE_LIMIT;
    return new Outcome(
        choice.share(),
        OptionalLong.of(leastTtl(members)),
        draws ? values : once(values),
        Optional.empty(),
        draws ? OptionalInt.of(MULTIVALUE_LIMIT) : OptionalInt.empty(),
        List.of(choice.step()),
        Optional.empty());
  }

  /** The records of one answer are a set: equal ones are one (RFC 2181 section 5). */
  private static List<String> once(List<String> values) {
    return values.size() < 2 ? values : values.stream().distinct().toList();
  }

  /** Resolvers treat the records of one answer as one set with one TTL, the least. */
  private static long leastTtl(List<SetNode> members) {
    return members.stream().mapToLong(m -> m.set().ttl().orElse(0)).min().orElse(0);
  }

  private Outcome resource(Choice choice, AliasTarget target) {
    OptionalLong ttl = OptionalLong.empty();
    switch (target.awsService().orElse(AwsService.OTHER)) {
      case LOAD_BALANCER -> ttl = OptionalLong.of(AWS_TTL);
      case CLOUDFRONT, S3_WEBSITE -> {
        ttl = OptionalLong.of(AWS_TTL);
        note(
            "the TTL of aliases to CloudFront and S3, 60 s, is not documented by AWS (docs/route53.md#ttl-cloudfront)");
      }
      default -> {}
    }
    return new Outcome(
        choice.share(),
        ttl,
        List.of(),
        Optional.of(target),
        OptionalInt.empty(),
        List.of(choice.step()),
        Optional.empty());
  }

  private static Outcome unanswered(List<Step> path) {
    return new Outcome(
        BigFraction.ONE,
        OptionalLong.empty(),
        List.of(),
        Optional.empty(),
        OptionalInt.empty(),
        path,
        Optional.empty());
  }

  // ---- health ----

  boolean isHealthy(SetNode member) {
    return situation.isCheckHealthy(member)
        && (!member.evaluatesTarget() || isTargetHealthy(member));
  }

  private boolean isTargetHealthy(SetNode member) {
    AliasTarget target = member.aliasTarget().orElseThrow();
    if (!(target instanceof AliasTarget.SameZone)) {
      return situation.isUp(target)
          || (isUndocumented(target) && takes(Reading.OTHER_RESOURCES_ARE_HEALTHY));
    }
    if (member.set().routing().isEmpty() && takes(Reading.SIMPLE_ALIAS_IS_HEALTHY)) {
      return true;
    }
    GroupNode group = member.target();
    return group != null && hasHealthyMember(group);
  }

  private static boolean isUndocumented(AliasTarget target) {
    return target
        .awsService()
        .filter(service -> service.health() == AwsService.TargetHealth.UNDOCUMENTED)
        .isPresent();
  }

  /** Whether at least one member that applies to the client is healthy (route53.md#health). */
  private boolean hasHealthyMember(GroupNode group) {
    if (isRemembered(group)) {
      Health health = situation.health(group);
      touched |= health.touched();
      return health.healthy();
    }
    Boolean known = groupHealth.get(group);
    if (known == null) {
      known = false;
      // A group that is asked for its health while it is being found, a loop, has none to give.
      groupHealth = groupHealth.isEmpty() ? new HashMap<>() : groupHealth;
      groupHealth.put(group, false);
      goDown(group);
      // No stream: this is as deep as the aliases are, and its frames are many.
      for (SetNode member : new Chooser(this, group).counting()) {
        known = isHealthy(member);
        if (known) {
          break;
        }
      }
      depth--;
      groupHealth.put(group, known);
    }
    return known;
  }

  /** Whether a group has a healthy member, and the readings that this leaned on. */
  record Health(boolean healthy, int touched) {}

  Health health(GroupNode group) {
    boolean healthy = hasHealthyMember(group);
    return new Health(healthy, touched);
  }

  /** Passes over a record set that is unhealthy, and says why in a few words. */
  Step.PassedOver passOver(SetNode member) {
    return new Step.PassedOver(member.set(), whyUnhealthy(member));
  }

  private String whyUnhealthy(SetNode member) {
    if (!situation.isCheckHealthy(member)) {
      return "health check " + member.check().orElseThrow() + " is unhealthy";
    }
    AliasTarget target = member.aliasTarget().orElseThrow();
    if (!(target instanceof AliasTarget.SameZone zone)) {
      return "its target is unhealthy";
    }
    GroupNode group = member.target();
    return group != null && new Chooser(this, group).counting().isEmpty()
        ? "nothing at " + zone.name() + " applies to the client"
        : "nothing at " + zone.name() + " is healthy";
  }
}
