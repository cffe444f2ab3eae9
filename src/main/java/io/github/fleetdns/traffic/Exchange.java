package io.github.fleetdns.traffic;

import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How record sets that cannot be together are exchanged: all old ones but one are removed, this one
 * becomes the first of the new ones, and the others follow.
 *
 * <p>The step in the middle leaves no gap, for the AWS provider deletes and creates in one batch of
 * the API when a resource's type or set identifier changes, and a batch is all or nothing
 * (route53.md#refusals).
 *
 * @param removed the old record sets that go before
 * @param kept the old record set that goes last
 * @param first the new record set that takes its place
 * @param answersEverybody whether {@code kept} and {@code first}, alone, answer all clients
 * @param missingTypes the types that have no answer between the first step and the last
 */
public record Exchange(
    List<Removed> removed,
    TripUp.Change kept,
    TripUp.Change first,
    boolean answersEverybody,
    Set<RecordType> missingTypes) {

  /**
   * An old record set that goes before the exchange.
   *
   * @param change the record set
   * @param addressIsTaken whether its address is that of a new record set, too
   */
  public record Removed(TripUp.Change change, boolean addressIsTaken) {}

  private record Pair(TripUp.Change kept, TripUp.Change first) {
    /** Else it is an update in place of the same record set to another policy. */
    boolean isOneBatch() {
      return kept.set().type() != first.set().type()
          || !kept.set().key().setIdentifier().equals(first.set().key().setIdentifier());
    }

    int rank() {
      return Exchange.rank(kept.set()) + Exchange.rank(first.set());
    }
  }

  /** Copies the collections. */
  public Exchange {
    removed = List.copyOf(removed);
    missingTypes = new LinkedHashSet<>(missingTypes);
  }

  /**
   * The exchange of some record sets of a name for others.
   *
   * @param taken whether an address is that of a record set afterwards
   */
  static Exchange of(
      List<TripUp.Change> before, List<TripUp.Change> after, Predicate<String> taken) {
    List<Pair> pairs = new ArrayList<>();
    before.forEach(old -> after.forEach(now -> pairs.add(new Pair(old, now))));
    Pair best =
        pairs.stream()
            .min(Comparator.comparing((Pair p) -> !p.isOneBatch()).thenComparing(Pair::rank))
            .orElseThrow();
    List<Removed> removed =
        before.stream()
            .filter(old -> !old.equals(best.kept()))
            .map(old -> new Removed(old, old.address().filter(taken).isPresent()))
            .toList();
    return new Exchange(
        removed,
        best.kept(),
        best.first(),
        isForEverybody(best.kept().set()) && isForEverybody(best.first().set()),
        missing(best, before, after));
  }

  /** A CNAME answers for every type, other record sets for their own. */
  private static Set<RecordType> missing(
      Pair pair, List<TripUp.Change> before, List<TripUp.Change> after) {
    Set<RecordType> types = new TreeSet<>();
    before.forEach(change -> types.add(change.set().type()));
    after.forEach(change -> types.add(change.set().type()));
    types.remove(pair.kept().set().type());
    types.remove(pair.first().set().type());
    return types;
  }

  /** Lowest is best: who answers everybody, and addresses rather than anything else. */
  private static int rank(RecordSet set) {
    int ofType = set.type() == RecordType.A ? 0 : set.type() == RecordType.AAAA ? 1 : 2;
    return ofType + 10 * rankOfPolicy(set);
  }

  private static int rankOfPolicy(RecordSet set) {
    return isForEverybody(set) ? set.policy().map(policy -> policy.accept(RANK)).orElse(0) : 3;
  }

  /** Whether a record set answers all clients if it is the only one of its name and type. */
  private static boolean isForEverybody(RecordSet set) {
    return set.policy().map(RoutingPolicy::isForEverybody).orElse(true);
  }

  private static final RoutingPolicy.Visitor<Integer> RANK =
      new RoutingPolicy.Visitor<>() {
        @Override
        public Integer weighted(RoutingPolicy.Weighted policy) {
          // Who gets nothing normally is not meant to serve.
          return policy.weight() == 0 ? 1 : 0;
        }

        @Override
        public Integer latency(RoutingPolicy.Latency policy) {
          return 0;
        }

        @Override
        public Integer geolocation(RoutingPolicy.Geolocation policy) {
          return 0;
        }

        @Override
        public Integer geoproximity(RoutingPolicy.Geoproximity policy) {
          return 0;
        }

        @Override
        public Integer failover(RoutingPolicy.Failover policy) {
          return policy.role() == RoutingPolicy.Failover.Role.PRIMARY ? 0 : 2;
        }

        @Override
        public Integer multivalue(RoutingPolicy.Multivalue policy) {
          return 0;
        }

        @Override
        public Integer cidr(RoutingPolicy.Cidr policy) {
          return 0;
        }
      };
}
