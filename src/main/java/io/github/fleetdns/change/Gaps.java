package io.github.fleetdns.change;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.RoutingPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Who is without an answer on the way, and for how long: whoever has one before and afterwards, in
 * an order in which all of the old record sets may be gone before the first new one is there.
 */
final class Gaps {
  private static final String EVERYBODY = "everybody";

  private final Map<Resource.Name, List<Timeline>> names;
  private final Order order;
  private final Duration duration;
  private final ToLongFunction<String> cachedSeconds;
  private final List<Gap> found = new ArrayList<>();

  private Gaps(
      Map<Resource.Name, List<Timeline>> names,
      Order order,
      Duration duration,
      ToLongFunction<String> cachedSeconds) {
    this.names = names;
    this.order = order;
    this.duration = duration;
    this.cachedSeconds = cachedSeconds;
  }

  /**
   * The gaps.
   *
   * @param order an order that all of those keep to that are taken
   * @param cachedSeconds how long resolvers keep that there is nothing, by zone
   */
  static List<Gap> of(Judgement judgement, Order order, ToLongFunction<String> cachedSeconds) {
    Gaps gaps =
        new Gaps(
            judgement.names(),
            order,
            new Duration(order, judgement.apply().actions().size()),
            cachedSeconds);
    gaps.names.forEach(gaps::atName);
    return gaps.found;
  }

  private void atName(Resource.Name name, List<Timeline> lines) {
    boolean still = lines.stream().noneMatch(line -> line.isAdded() || line.isRemoved());
    if (still || lines.stream().anyMatch(Timeline::isShared)) {
      dangling(name, lines);
      return;
    }
    Set<RecordType> types = new LinkedHashSet<>();
    lines.forEach(line -> types.add(line.type()));
    if (types.size() > 1) {
      types.remove(RecordType.CNAME); // it answers for every type
    }
    for (RecordType type : types) {
      List<Timeline> answering =
          lines.stream()
              .filter(line -> line.type() == type || line.type() == RecordType.CNAME)
              .toList();
      if (!add(name, type, EVERYBODY, true, answering, line -> true, line -> true)) {
        parts(name, type, answering);
      }
    }
    dangling(name, lines);
  }

  /**
   * Adds a gap, if there may be one for those whom some record sets answer before and afterwards.
   */
  private boolean add(
      Resource.Name name,
      RecordType type,
      String who,
      boolean isUnanswered,
      List<Timeline> lines,
      Predicate<Resource.OfSet> isOld,
      Predicate<Resource.OfSet> isNew) {
    List<Integer> removers = new ArrayList<>();
    List<Integer> adders = new ArrayList<>();
    for (Timeline line : lines) {
      boolean old = line.before().filter(isOld).isPresent();
      boolean now = line.after().filter(isNew).isPresent();
      if (old && now && line.isAlwaysThere()) {
        return false;
      }
      if (old && line.isRemoved()) {
        removers.add(line.remover());
      }
      if (now && line.isAdded()) {
        adders.add(line.adder());
      }
    }
    boolean none = removers.isEmpty() || adders.isEmpty();
    boolean never =
        adders.stream()
            .anyMatch(a -> removers.stream().anyMatch(r -> a.equals(r) || order.isBefore(a, r)));
    if (none || never) {
      return false;
    }
    boolean always =
        adders.stream().allMatch(a -> removers.stream().allMatch(r -> order.isBefore(r, a)));
    Duration.Lasts lasts = duration.between(removers, adders);
    found.add(
        new Gap(
            name.name(),
            type,
            who,
            isUnanswered,
            always,
            lasts.calls(),
            lasts.seconds(),
            isUnanswered ? cachedSeconds.applyAsLong(name.zone()) : 0,
            reaches(name, type)));
    return true;
  }

  // ---- for some ----

  private void parts(Resource.Name name, RecordType type, List<Timeline> lines) {
    Map<Object, RoutingPolicy> places = new LinkedHashMap<>();
    for (Timeline line : lines) {
      line.before()
          .flatMap(set -> set.set().policy())
          .filter(p -> p.accept(FOR) != For.ALL)
          .ifPresent(policy -> places.putIfAbsent(key(policy), policy));
    }
    places.forEach(
        (key, policy) -> {
          Predicate<Resource.OfSet> there =
              set -> set.set().policy().filter(p -> key(p).equals(key)).isPresent();
          add(name, type, who(policy), !isCovered(policy, lines), lines, there, there);
        });
  }

  private static Object key(RoutingPolicy policy) {
    return List.of(policy.title(), policy.once());
  }

  /** Whom a record set of a policy is for. */
  private enum For {
    /** Any of them may answer anybody. */
    ALL,
    /** Some clients, whom the next one answers if it is not there. */
    NEAREST,
    /** Some clients, whom the default answers if it is not there. */
    PLACE,
    /** Those of no place. */
    DEFAULT
  }

  private static final RoutingPolicy.Visitor<For> FOR =
      new RoutingPolicy.Visitor<>() {
        @Override
        public For weighted(RoutingPolicy.Weighted policy) {
          return For.ALL;
        }

        @Override
        public For latency(RoutingPolicy.Latency policy) {
          return For.NEAREST;
        }

        @Override
        public For geolocation(RoutingPolicy.Geolocation policy) {
          return policy.isForEverybody() ? For.DEFAULT : For.PLACE;
        }

        @Override
        public For geoproximity(RoutingPolicy.Geoproximity policy) {
          return For.NEAREST;
        }

        @Override
        public For failover(RoutingPolicy.Failover policy) {
          return For.NEAREST;
        }

        @Override
        public For multivalue(RoutingPolicy.Multivalue policy) {
          return For.ALL;
        }

        @Override
        public For cidr(RoutingPolicy.Cidr policy) {
          return policy.isForEverybody() ? For.DEFAULT : For.PLACE;
        }
      };

  private static String who(RoutingPolicy policy) {
    String what = policy.title() + " \"" + policy.parameter() + "\"";
    return isDefault(policy)
        ? "clients of no other " + policy.title() + " record set"
        : "clients of " + what;
  }

  private static boolean isDefault(RoutingPolicy policy) {
    return policy.accept(FOR) == For.DEFAULT;
  }

  /** Whether others answer meanwhile: the next region, or the default, if that stays. */
  private static boolean isCovered(RoutingPolicy policy, List<Timeline> lines) {
    For whom = policy.accept(FOR);
    if (whom == For.ALL || whom == For.NEAREST) {
      return true;
    }
    Predicate<Resource.OfSet> isDefault =
        set -> set.set().policy().filter(Gaps::isDefault).isPresent();
    return !isDefault(policy)
        && lines.stream()
            .anyMatch(
                line ->
                    line.isAlwaysThere()
                        && line.before().filter(isDefault).isPresent()
                        && line.after().filter(isDefault).isPresent());
  }

  // ---- aliases ----

  /** An alias that leads to nothing before it leads elsewhere or goes. */
  private void dangling(Resource.Name name, List<Timeline> lines) {
    for (Timeline line : lines) {
      Optional<RecordSet.Group> target = line.before().flatMap(NeedsFinder::target);
      if (target.isEmpty() || line.isShared() || !line.isRemoved() || line.after().isEmpty()) {
        continue;
      }
      List<Timeline> below =
          NeedsFinder.group(names, name.zone(), target.get().name(), target.get().type());
      boolean goes =
          !below.isEmpty()
              && below.stream()
                  .allMatch(b -> b.isRemoved() && b.after().isEmpty() && !b.isShared());
      if (!goes || below.stream().anyMatch(b -> order.isBefore(line.remover(), b.remover()))) {
        continue;
      }
      List<Integer> removers = below.stream().map(Timeline::remover).toList();
      Duration.Lasts lasts = duration.between(removers, List.of(line.remover()));
      found.add(
          new Gap(
              name.name(),
              line.type(),
              line.before().orElseThrow().set().policy().map(Gaps::who).orElse(EVERYBODY),
              true,
              removers.stream().allMatch(r -> order.isBefore(r, line.remover())),
              lasts.calls(),
              lasts.seconds(),
              cachedSeconds.applyAsLong(name.zone()),
              reaches(name, line.type())));
    }
  }

  /** The names whose aliases lead to one, before the change. */
  private List<DomainName> reaches(Resource.Name name, RecordType type) {
    Function<Timeline, Optional<RecordSet.Group>> leadsTo =
        line -> line.before().flatMap(NeedsFinder::target);
    Set<DomainName> reached = new LinkedHashSet<>();
    Deque<DomainName> open = new ArrayDeque<>(List.of(name.name()));
    while (!open.isEmpty()) {
      RecordSet.Group target = new RecordSet.Group(open.pop(), type);
      names.forEach(
          (other, lines) -> {
            boolean leads =
                other.zone().equals(name.zone())
                    && lines.stream().anyMatch(l -> leadsTo.apply(l).equals(Optional.of(target)));
            if (leads && reached.add(other.name())) {
              open.add(other.name());
            }
          });
    }
    return List.copyOf(reached);
  }
}
