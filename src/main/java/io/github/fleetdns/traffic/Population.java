package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.States;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whose traffic it is: groups of clients with weights.
 *
 * @param title in words, such as {@code the world's people by country}
 * @param groups the groups; at least one that is counted
 */
public record Population(String title, List<ClientGroup> groups) {

  /** Requires a group with a weight; copies the list. */
  public Population {
    groups = List.copyOf(groups);
    if (groups.stream().noneMatch(ClientGroup::isCounted)) {
      throw new IllegalArgumentException("a population has at least one group");
    }
  }

  /**
   * Who asks a zone if nothing else is known: the world, or the VPCs of a private zone. VPCs have
   * equal weights; a private zone without any has one client of which nothing is known.
   */
  public static Population of(HostedZone zone) {
    if (!(zone.visibility() instanceof Visibility.Private inside)) {
      return world();
    }
    List<ClientGroup> groups =
        inside.vpcs().stream()
            .flatMap(vpc -> vpc.region().stream())
            .distinct()
            .map(
                region ->
                    new ClientGroup(
                        region, "VPCs in " + region, Client.inVpc(region), BigFraction.ONE))
            .toList();
    return new Population(
        "the regions of the zone's VPCs",
        groups.isEmpty()
            ? List.of(new ClientGroup("VPC", "a VPC", Client.UNKNOWN, BigFraction.ONE))
            : groups);
  }

  /**
   * Everybody, by country and, in the United States, by state: geolocation may name states.
   *
   * <p>Weights are people; source, years and licence are those of {@link Countries} and {@link
   * States}.
   */
  public static Population world() {
    List<ClientGroup> groups = new ArrayList<>();
    for (Countries.Country country : Countries.all()) {
      if (country.code().equals("US")) {
        for (States.State state : States.all()) {
          groups.add(
              new ClientGroup(
                  "US-" + state.code(),
                  state.name(),
                  Client.in("US", state.code()),
                  BigFraction.of(state.people())));
        }
      } else if (country.people() > 0) {
        groups.add(
            new ClientGroup(
                country.code(),
                country.name(),
                Client.in(country.code()),
                BigFraction.of(country.people())));
      }
    }
    return new Population("the world's people by country", groups);
  }

  /**
   * Everybody whom a rule about places may be about: the world, with countries where nobody lives,
   * and with clients of the United States whose state is not known.
   */
  public static Population everywhere() {
    List<ClientGroup> groups = new ArrayList<>(world().groups());
    for (Countries.Country country : Countries.all()) {
      if (country.people() == 0 || country.code().equals("US")) {
        groups.add(
            new ClientGroup(
                country.code(), country.name(), Client.in(country.code()), BigFraction.ONE));
      }
    }
    return new Population("everybody, by country", groups);
  }

  /**
   * The same, with the clients whom zones speak of themselves behind, at weight 0: those of the
   * places and networks that their records name, and the client whose place is unknown. What holds
   * for everybody then holds for them, too.
   */
  public Population naming(HostedZone... zones) {
    Set<String> known = groups.stream().map(ClientGroup::code).collect(Collectors.toSet());
    List<ClientGroup> all = new ArrayList<>(groups);
    NamedClients.of(List.of(zones)).stream()
        .filter(group -> !known.contains(group.code()))
        .forEach(all::add);
    return new Population(title, all);
  }

  /** How many groups are counted. */
  public int counted() {
    return (int) groups.stream().filter(ClientGroup::isCounted).count();
  }

  /** The same groups, of whose clients more is known. */
  public Population map(UnaryOperator<Client> known) {
    return new Population(
        title,
        groups.stream()
            .map(g -> new ClientGroup(g.code(), g.title(), known.apply(g.client()), g.weight()))
            .toList());
  }

  /** The weight of all. */
  public BigFraction weight() {
    return groups.stream().map(ClientGroup::weight).reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** A group's part of all, as a fraction of 1. */
  public BigFraction shareOf(ClientGroup group) {
    return group.weight().divide(weight());
  }
}
