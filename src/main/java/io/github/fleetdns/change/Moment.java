package io.github.fleetdns.change;

import io.github.fleetdns.zone.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules that the record sets of one name are held to at every moment. */
final class Moment {
  private static final int MOST = 100;
  private static final int MOST_BY_DISTANCE = 30;

  private Moment() {}

  static Optional<Clash> clash(Resource.Name name, List<Resource.OfSet> sets) {
    for (int i = 0; i < sets.size(); i++) {
      for (int j = 0; j < i; j++) {
        Optional<Clash> clash = Together.clash(sets.get(i), sets.get(j)).filter(Clash::isCertain);
        if (clash.isPresent()) {
          return clash;
        }
      }
    }
    long most =
        sets.stream()
            .collect(Collectors.groupingBy(set -> set.set().type(), Collectors.counting()))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    boolean byDistance =
        sets.stream()
            .anyMatch(s -> s.set().policy().orElse(null) instanceof RoutingPolicy.Geoproximity);
    return most > (byDistance ? MOST_BY_DISTANCE : MOST)
        ? Optional.of(
            Clash.certain(Clash.Kind.SIZE, name.name() + " has too many record sets of one type"))
        : Optional.empty();
  }
}
