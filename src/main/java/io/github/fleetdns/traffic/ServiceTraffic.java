package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Answer;
import io.github.fleetdns.answer.Asked;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Outcome;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Rcode;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.answer.Situations;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Where the traffic of one name goes, normally and under any loss.
 *
 * <p>What a loss cannot change is not computed again: outages that no answer to the name depends on
 * do not count, and of the clients only those are asked for whose answers lean on something that is
 * lost ({@link Splits.Reply}). Thread-safe.
 */
public final class ServiceTraffic {
  private final TrafficModel model;
  private final NameSpace space;
  private final Asked asked;
  private final Question question;
  private final Population population;
  private final Reach reach;
  private final Attribution attribution;
  private final Views views;
  private final Splits.Numbers numbers = new Splits.Numbers();
  private final Map<Splits.Reply, Splits.Reply> replies = new ConcurrentHashMap<>();
  private final Map<Outages, Splits> known = new ConcurrentHashMap<>();
  private final Splits normalSplits;
  private final Scenario normal;
  private final List<Bounds> bounds;
  private final Set<String> unverified = new LinkedHashSet<>();
  private final Set<String> besides = new LinkedHashSet<>();
  private final Set<Answering> zones = new LinkedHashSet<>();
  private boolean estimated;
  private final OptionalLong longestTtl;

  /** The weights of the groups as whole numbers in one unit, and their sum. */
  private final BigInteger[] weights;

  private final BigInteger weight;

  /**
   * A zone that has a part in answers.
   *
   * @param name its name
   * @param isPrivate whether it answers some networks only
   */
  public record Answering(DomainName name, boolean isPrivate) {
    @Override
    public String toString() {
      return (isPrivate ? "the private zone " : "the public zone ") + name;
    }
  }

  ServiceTraffic(TrafficModel model, Question question, Population population, Reach reach) {
    this.model = model;
    this.question = question;
    this.population = population;
    this.weights = whole(population);
    this.weight = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
    this.reach = reach;
    this.asked = reach.asked();
    this.space = reach.space();
    this.attribution = new Attribution(model.behind());
    Situations situations = space.under(zone -> Outages.NONE);
    List<List<Attribution.Part>> parts = new ArrayList<>();
    List<Splits.Reply> byGroup = new ArrayList<>();
    IdentityHashMap<List<Outcome>, List<Attribution.Part>> made = new IdentityHashMap<>();
    IdentityHashMap<List<Outcome>, Attribution.Split> ways = new IdentityHashMap<>();
    for (ClientGroup group : population.groups()) {
      Answer answer = answer(situations, group.client());
      if (group.isCounted()) {
        estimated |= answer.estimated();
        unverified.addAll(answer.unverified());
        note(answer);
      }
      List<Attribution.Part> of =
          made.computeIfAbsent(answer.outcomes(), outcomes -> attribution.parts(answer));
      parts.add(of);
      byGroup.add(reply(of, answer, ways));
    }
    this.normalSplits = new Splits(Outages.NONE, byGroup);
    known.put(Outages.NONE, normalSplits);
    this.longestTtl =
        parts.stream().flatMap(List::stream).flatMapToLong(part -> part.ttl().stream()).max();
    this.views = new Views(model, reach.checks(), population, parts, normalSplits);
    this.normal = scenario(Loss.NONE, normalSplits, total(byGroup), views.failover(normalSplits));
    this.bounds = byGroup.stream().map(r -> Bounds.of(r)).toList();
  }

  /** A client around whose name there is no zone gets no answer. */
  private Answer answer(Situations situations, Client client) {
    return situations
        .answer(asked, client)
        .orElseGet(
            () ->
                new Answer(
                    question,
                    question.name(),
                    false,
                    Rcode.NXDOMAIN,
                    false,
                    List.of(),
                    List.of("no zone here that these clients see is around " + question.name()),
                    List.of(),
                    List.of(),
                    false));
  }

  private void note(Answer answer) {
    besides.addAll(answer.remarks());
    if (asked.holds(answer.zone())) {
      zones.add(new Answering(answer.zone(), answer.isPrivate()));
    }
    for (Outcome outcome : answer.outcomes()) {
      outcome.followed().ifPresent(this::note);
    }
  }

  /**
   * The zones that have a part in the normal answers: those that answer the name, each followed by
   * those that its CNAMEs lead to.
   */
  public List<Answering> zones() {
    return List.copyOf(zones);
  }

  private static BigInteger[] whole(Population population) {
    BigInteger unit =
        population.groups().stream()
            .map(group -> group.weight().getDenominator())
            .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
    return population.groups().stream()
        .map(group -> group.weight().multiply(unit).getNumerator())
        .toArray(BigInteger[]::new);
  }

  /** The name and type that clients ask for. */
  public Question question() {
    return question;
  }

  /** The clients. */
  public Population population() {
    return population;
  }

  /** The longest TTL of the normal answers, in seconds; empty if none has one that is known. */
  public OptionalLong longestTtl() {
    return longestTtl;
  }

  /** Every single loss of the zone. */
  public List<Loss> singleLosses() {
    return model.singleLosses();
  }

  /** Whether shares rest on estimates in place of latencies and places that are Route 53's own. */
  public boolean isEstimated() {
    return estimated;
  }

  /** What the normal answers rest on that Route 53's documentation does not say, in sentences. */
  public Set<String> unverified() {
    return Collections.unmodifiableSet(unverified);
  }

  /**
   * What is to be known about the servers that traffic is counted for, in sentences: which of them
   * nothing tells apart. Of the normal situation and of every loss that was looked at so far.
   */
  public List<String> remarks() {
    List<String> all = new ArrayList<>(besides);
    for (HostedZone zone : reach.zones()) {
      all.addAll(Lookalikes.in(reach.part(zone).orElse(zone), model.behind()));
    }
    all.addAll(attribution.remarks());
    return all;
  }

  /** The servers of the zone. */
  public List<Server> servers() {
    return model.servers();
  }

  /** The servers that get traffic of this name, normally or in one of these scenarios. */
  public List<Server> serversIn(List<Scenario> scenarios) {
    Set<Destination> used = new HashSet<>(normal.total().parts().keySet());
    scenarios.forEach(scenario -> used.addAll(scenario.total().parts().keySet()));
    return model.servers().stream()
        .filter(server -> used.contains(new Destination.ToServer(server.name())))
        .toList();
  }

  /** Nothing is lost. */
  public Scenario normal() {
    return normal;
  }

  /** Between what each group's shares lie normally, in the population's order. */
  public List<Bounds> bounds() {
    return bounds;
  }

  /**
   * How much of the normal traffic may be answered by any region, since nobody said where the
   * clients are.
   */
  public BigFraction placeless() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < weights.length; i++) {
      Client client = population.groups().get(i).client();
      boolean placed = client.point().isPresent() || client.isInVpc();
      if (!placed && !bounds.get(i).isExact()) {
        sum = sum.add(weights[i]);
      }
    }
    return BigFraction.of(sum, weight);
  }

  /** Of the clients whom only the zone names, those without an answer in a scenario. */
  public List<ClientGroup> namedWithoutAnswer(Scenario scenario) {
    List<ClientGroup> without = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      ClientGroup group = population.groups().get(i);
      if (!group.isCounted() && scenario.byGroup().get(i).unanswered().signum() > 0) {
        without.add(group);
      }
    }
    return without;
  }

  /** Something is lost. */
  public Scenario under(Loss loss) {
    Splits splits = splits(loss);
    return scenario(loss, splits, total(splits.byGroup()), views.failover(splits));
  }

  /**
   * Each of these is lost, one at a time.
   *
   * @param each called after each loss, from any thread
   */
  public List<Scenario> under(List<Loss> losses, Runnable each) {
    return under(losses, Function.identity(), each);
  }

  /**
   * Each of these is lost, one at a time; computed side by side.
   *
   * @param kept what is kept of a scenario, where there are too many to keep them all
   * @param each called after each loss, from any thread
   */
  public <T> List<T> under(List<Loss> losses, Function<Scenario, T> kept, Runnable each) {
    // An endpoint and its health check are one to Route 53, so that four pairs may be one.
    Map<Outages, List<Integer>> same = new LinkedHashMap<>();
    for (int i = 0; i < losses.size(); i++) {
      Outages outages = reach.within(losses.get(i).outages());
      same.computeIfAbsent(outages, o -> new ArrayList<>()).add(i);
    }
    Map<Integer, T> results = new ConcurrentHashMap<>();
    same.values().parallelStream()
        .forEach(
            indices -> {
              Splits splits = splits(losses.get(indices.get(0)));
              Shares total = total(splits.byGroup());
              Views.Failover failover = views.failover(splits);
              for (int i : indices) {
                results.put(i, kept.apply(scenario(losses.get(i), splits, total, failover)));
                each.run();
              }
            });
    return IntStream.range(0, losses.size()).mapToObj(results::get).toList();
  }

  /**
   * Only how each group's traffic is split under each of these, in their order; computed side by
   * side.
   *
   * @param each called after each loss, from any thread
   */
  public List<List<Shares>> sharesUnder(List<Loss> losses, Runnable each) {
    return losses.parallelStream()
        .map(
            loss -> {
              List<Shares> shares = splits(loss).shares();
              each.run();
              return shares;
            })
        .toList();
  }

  private Scenario scenario(Loss loss, Splits splits, Shares total, Views.Failover failover) {
    return new Scenario(
        loss,
        splits.shares(),
        total,
        new Bounds(total, weights, splits, loss.servers()),
        views.of(loss, splits, failover));
  }

  /** Single losses are remembered: several of them at once begin with one of them. */
  Splits splits(Loss loss) {
    Outages outages = reach.within(loss.outages());
    Splits before = known.get(outages);
    if (before != null) {
      return before;
    }
    if (!loss.parts().isEmpty()) {
      return splits(splits(loss.parts().get(0)), outages);
    }
    Splits splits = splits(normalSplits, outages);
    known.put(outages, splits);
    return splits;
  }

  /** The splits with these outages, of which those of the base are a part. */
  private Splits splits(Splits base, Outages outages) {
    Set<String> checks = new HashSet<>(outages.checks());
    checks.removeAll(base.outages().checks());
    checks.addAll(outages.withoutData());
    BitSet failing = numbers.ofAll(reach.follow(checks));
    outages.targets().stream()
        .filter(target -> !base.outages().targets().contains(target))
        .forEach(target -> failing.set(numbers.of(target)));
    Situations situations = null;
    IdentityHashMap<List<Outcome>, Splits.Reply> made = new IdentityHashMap<>();
    IdentityHashMap<List<Outcome>, Attribution.Split> ways = new IdentityHashMap<>();
    List<Splits.Reply> byGroup = new ArrayList<>(base.byGroup().size());
    for (int i = 0; i < base.byGroup().size(); i++) {
      Splits.Reply reply = base.byGroup().get(i);
      if (!reach.onlyGetsWorse() || reply.mayChangeWith(failing)) {
        situations = situations == null ? space.under(zone -> outages) : situations;
        Answer answer = answer(situations, population.groups().get(i).client());
        // Clients whom no policy tells apart share one list of outcomes.
        reply =
            made.computeIfAbsent(
                answer.outcomes(), outcomes -> reply(attribution.parts(answer), answer, ways));
      }
      byGroup.add(reply);
    }
    return new Splits(outages, situations == null ? base.byGroup() : byGroup);
  }

  /** Groups that get the same share a reply, and what they are in doubt of. */
  private Splits.Reply reply(
      List<Attribution.Part> parts,
      Answer answer,
      IdentityHashMap<List<Outcome>, Attribution.Split> ways) {
    Splits.Reply reply =
        Splits.Reply.of(parts, attribution.otherwise(answer, ways), answer.estimated(), numbers);
    Splits.Reply before = replies.putIfAbsent(reply, reply);
    return before == null ? reply : before;
  }

  /** Groups with the same split are added first: there are few different ones. */
  private Shares total(List<Splits.Reply> byGroup) {
    Map<Shares, BigInteger> sharing = new LinkedHashMap<>();
    for (int i = 0; i < byGroup.size(); i++) {
      sharing.merge(byGroup.get(i).shares(), weights[i], BigInteger::add);
    }
    Map<Destination, BigFraction> sums = new LinkedHashMap<>();
    sharing.forEach(
        (shares, sum) -> {
          BigFraction part = BigFraction.of(sum, weight);
          shares.forEach((to, share) -> sums.merge(to, share.multiply(part), BigFraction::add));
        });
    return Shares.of(sums);
  }
}
