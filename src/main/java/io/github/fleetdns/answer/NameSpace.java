package io.github.fleetdns.answer;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All hosted zones of an input as resolvers see them: one name space, whatever the order of the
 * zones.
 *
 * <p>On the internet a name is looked up from the zone nearest to the root downwards, along the
 * delegations; a zone that nothing delegates to is not reached. In a VPC the longest private zone
 * around the name answers, and what it lacks does not exist; public zones answer only where no
 * private zone is around the name. Source: docs/route53.md#private-zones and #name-lookup.
 *
 * <p>Immutable, made in time proportional to the zones, and safe for use by several threads.
 */
public final class NameSpace {
  private final List<Zone> zones;

  private NameSpace(List<Zone> zones) {
    this.zones = zones;
  }

  /**
   * A zone of the name space.
   *
   * @param zone the zone
   * @param nameServers the names of its servers; empty while they are not known, as before an apply
   */
  public record Member(HostedZone zone, Set<String> nameServers) {
    /** Copies the names, in lower case and without a final dot. */
    public Member {
      nameServers = nameServers.stream().map(NameSpace::plain).collect(Collectors.toSet());
    }

    /** A zone whose name servers are not known. */
    public static Member of(HostedZone zone) {
      return new Member(zone, Set.of());
    }
  }

  /** A member, its graph, and the part of it that answers are read from. */
  private record Zone(Member member, ZoneTree tree, ZoneTree answering) {
    static Zone of(Member member) {
      ZoneTree tree = ZoneTree.of(member.zone());
      return new Zone(member, tree, tree);
    }

    HostedZone zone() {
      return member.zone();
    }

    DomainName apex() {
      return zone().name();
    }

    boolean isAround(DomainName name) {
      return name.isWithin(apex());
    }
  }

  /**
   * The zone that answers.
   *
   * @param zone its position among the members
   * @param unverified why it may be another one, in sentences
   * @param remarks what the zones beside it have to do with the answer, in sentences
   */
  record Found(int zone, List<String> unverified, List<String> remarks) {
    Found with(String doubt) {
      return new Found(
          zone, Stream.concat(unverified.stream(), Stream.of(doubt)).toList(), remarks);
    }
  }

  /** The name space of these zones. */
  public static NameSpace of(List<Member> members) {
    return new NameSpace(members.stream().map(Zone::of).toList());
  }

  /**
   * The same name space for questions of which the answers need few record sets: which zone answers
   * is found as before.
   *
   * @param parts what answers are read from in place of members, which go by identity
   */
  public NameSpace narrowed(IdentityHashMap<HostedZone, HostedZone> parts) {
    return new NameSpace(
        zones.stream()
            .map(
                zone -> {
                  HostedZone part = parts.get(zone.zone());
                  return part == null
                      ? zone
                      : new Zone(zone.member(), zone.tree(), ZoneTree.of(part));
                })
            .toList());
  }

  /** The zones while something is down in each of them. */
  public Situations under(Function<HostedZone, Outages> outages) {
    return new Situations(this, outages);
  }

  /** The zones, in the order in which they were given. */
  public List<HostedZone> zones() {
    return zones.stream().map(Zone::zone).toList();
  }

  HostedZone zone(int index) {
    return zones.get(index).zone();
  }

  Situation situation(int index, Function<HostedZone, Outages> outages) {
    Zone zone = zones.get(index);
    return new Situation(zone.answering(), outages.apply(zone.zone()));
  }

  int size() {
    return zones.size();
  }

  /** Whether a zone is around the name, for anybody. */
  public boolean holds(DomainName name) {
    return zones.stream().anyMatch(zone -> zone.isAround(name));
  }

  /**
   * Which of the members answers a client, by position. For a client of whom nobody says that it is
   * in a VPC, private zones answer only where no public zone is around the name.
   */
  public Optional<Integer> holding(Question question, Client client) {
    Optional<Found> found = find(question, client);
    return (found.isPresent() || client.isInVpc() ? found : findAll(question).stream().findFirst())
        .map(Found::zone);
  }

  /** The zone that answers a client; empty if none is around the name for it. */
  Optional<Found> find(Question question, Client client) {
    return client.isInVpc()
        ? inVpc(question.name(), client).or(() -> onInternet(question))
        : onInternet(question);
  }

  /**
   * The zone that answers the second question of a client. One that got its first answer from a
   * private zone sees private zones, whether or not anybody said so.
   *
   * @param inside whether a private zone gave the first answer
   */
  Optional<Found> findNext(Question question, Client client, boolean inside) {
    if (!inside || client.isInVpc()) {
      return find(question, client);
    }
    List<Found> all = findAll(question);
    return all.stream()
        .filter(found -> zone(found.zone()).isPrivate())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /**
   * The zones that answer somebody: on the internet first, then the private ones, the longest name
   * first.
   */
  List<Found> findAll(Question question) {
    List<Found> all = new ArrayList<>(onInternet(question).stream().toList());
    List<Integer> inside = around(question.name(), true);
    Set<String> vpcs =
        inside.stream().flatMap(i -> vpcsOf(i).map(NameSpace::key)).collect(Collectors.toSet());
    inside.stream()
        .filter(
            i ->
                vpcsOf(i).findAny().isEmpty()
                    || vpcs.stream().anyMatch(vpc -> isFirstIn(vpc, i, inside)))
        .forEach(i -> all.add(new Found(i, List.of(), List.of())));
    return all;
  }

  /** Whether a zone is the first of these that is associated with a VPC. */
  private boolean isFirstIn(String vpc, int zone, List<Integer> longestFirst) {
    return longestFirst.stream()
        .filter(i -> vpcsOf(i).map(NameSpace::key).anyMatch(vpc::equals))
        .findFirst()
        .filter(first -> first == zone)
        .isPresent();
  }

  private Stream<Visibility.Vpc> vpcsOf(int zone) {
    return zones.get(zone).zone().visibility() instanceof Visibility.Private inside
        ? inside.vpcs().stream()
        : Stream.empty();
  }

  private static String key(Visibility.Vpc vpc) {
    return vpc.id() + " " + vpc.region().orElse("");
  }

  // ---- in a VPC ----

  private Optional<Found> inVpc(DomainName name, Client client) {
    List<Integer> seen =
        around(name, true).stream().filter(i -> isSeen(i, client) != Seen.NO).toList();
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    int first = seen.get(0);
    List<String> unverified = new ArrayList<>();
    if (isSeen(first, client) == Seen.PERHAPS) {
      unverified.add(
          "whether the private zone "
              + zones.get(first).apex()
              + " is associated with the VPC that asks is not known here; it is taken to be");
    }
    boolean several =
        seen.stream()
            .anyMatch(i -> i != first && zones.get(i).apex().equals(zones.get(first).apex()));
    if (several) {
      unverified.add(
          "several private zones are called "
              + zones.get(first).apex()
              + ", each of other VPCs; --vpc says which of them answers");
    }
    return Optional.of(new Found(first, unverified, List.of()));
  }

  private enum Seen {
    YES,
    PERHAPS,
    NO
  }

  private Seen isSeen(int zone, Client client) {
    List<Visibility.Vpc> vpcs = vpcsOf(zone).toList();
    if (vpcs.isEmpty()) {
      return Seen.PERHAPS;
    }
    Seen seen = Seen.NO;
    for (Visibility.Vpc vpc : vpcs) {
      seen = least(seen, isSeen(vpc, client));
    }
    return seen;
  }

  private static Seen isSeen(Visibility.Vpc vpc, Client client) {
    boolean elsewhere =
        client.vpcRegion().isPresent()
            && vpc.region().isPresent()
            && !vpc.region().equals(client.vpcRegion());
    if (elsewhere) {
      return Seen.NO;
    }
    if (client.vpc().isEmpty()) {
      return Seen.YES;
    }
    if (vpc.id().equals(client.vpc().get())) {
      return Seen.YES;
    }
    return vpc.id().startsWith("vpc-") ? Seen.NO : Seen.PERHAPS;
  }

  private static Seen least(Seen one, Seen other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  // ---- on the internet ----

  private Optional<Found> onInternet(Question question) {
    DomainName name = question.name();
    Map<DomainName, List<Integer>> above = new LinkedHashMap<>();
    List<Integer> longestFirst = around(name, false);
    for (int i = longestFirst.size() - 1; i >= 0; i--) {
      int zone = longestFirst.get(i);
      above.computeIfAbsent(zones.get(zone).apex(), apex -> new ArrayList<>()).add(0, zone);
    }
    if (above.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Descent(question, above).run());
  }

  /** The way down along the delegations. */
  private final class Descent {
    private final Question question;
    private final Map<DomainName, List<Integer>> above;
    private final List<DomainName> apexes;
    private final List<String> unverified = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Descent(Question question, Map<DomainName, List<Integer>> above) {
      this.question = question;
      this.above = above;
      this.apexes = List.copyOf(above.keySet());
    }

    Found run() {
      int at = 0;
      int zone = any(apexes.get(0));
      while (true) {
        Optional<RecordSet.Group> cut = cut(zones.get(zone));
        if (cut.isEmpty()) {
          sayUnreached(zone, at);
          break;
        }
        DomainName child = cut.get().name();
        int below = apexes.indexOf(child);
        if (below > at) {
          Optional<Integer> next =
              delegated(zones.get(zone), cut.get(), above.getOrDefault(child, List.of()));
          if (next.isEmpty()) {
            remarks.add(
                zones.get(zone).apex()
                    + " delegates "
                    + child
                    + " to other name servers than those of the zone of that name here");
            break;
          }
          zone = next.get();
          at = below;
          continue;
        }
        int deeper = firstWithin(child, at);
        if (deeper < 0) {
          break;
        }
        unverified.add(
            zones.get(zone).apex()
                + " delegates "
                + child
                + " to a zone that is not in the input; that it delegates "
                + apexes.get(deeper)
                + " to the zone here is assumed");
        zone = any(apexes.get(deeper));
        at = deeper;
      }
      return new Found(zone, unverified, remarks);
    }

    private void sayUnreached(int zone, int at) {
      if (at + 1 < apexes.size()) {
        remarks.add(
            "the zone "
                + apexes.get(at + 1)
                + " of the input is not reached: nothing in "
                + zones.get(zone).apex()
                + " delegates to it; add an NS record set with its name servers");
      }
    }

    private int firstWithin(DomainName name, int after) {
      for (int i = after + 1; i < apexes.size(); i++) {
        if (apexes.get(i).isWithin(name)) {
          return i;
        }
      }
      return -1;
    }

    /** The highest delegation around the name; a DS record stands above it, not below. */
    private Optional<RecordSet.Group> cut(Zone zone) {
      GroupNode cut = zone.tree().names().cutAbove(question.name().toString());
      if (cut == null) {
        return Optional.empty();
      }
      RecordSet.Group group = cut.group();
      boolean signer =
          question.type().filter(RecordType.DS::equals).isPresent()
              && group.name().equals(question.name());
      return signer ? Optional.empty() : Optional.of(group);
    }

    private Optional<Integer> delegated(Zone parent, RecordSet.Group cut, List<Integer> children) {
      Set<String> servers =
          parent.zone().recordSets().stream()
              .filter(set -> set.group().equals(cut))
              .flatMap(set -> set.values().stream())
              .map(NameSpace::plain)
              .collect(Collectors.toSet());
      List<Integer> named =
          children.stream()
              .filter(i -> zones.get(i).member().nameServers().stream().anyMatch(servers::contains))
              .toList();
      if (!named.isEmpty()) {
        return Optional.of(named.get(0));
      }
      // Before an apply neither side need be known.
      boolean known = servers.stream().allMatch(NameSpace::isHost);
      List<Integer> possible =
          children.stream()
              .filter(i -> !known || zones.get(i).member().nameServers().isEmpty())
              .toList();
      if (possible.size() > 1) {
        saySeveral(zones.get(possible.get(0)).apex());
      }
      return possible.stream().findFirst();
    }

    private int any(DomainName apex) {
      List<Integer> named = above.get(apex);
      if (named == null || named.isEmpty()) {
        throw new IllegalStateException("no zone " + apex);
      }
      if (named.size() > 1) {
        saySeveral(apex);
      }
      return named.get(0);
    }

    private void saySeveral(DomainName apex) {
      unverified.add(
          "the input has several public zones called "
              + apex
              + "; which of them is delegated to is not known here, and one is taken");
    }
  }

  // ---- both ----

  /** The zones around a name: the longest first; of one name in an order of their contents. */
  private List<Integer> around(DomainName name, boolean inside) {
    List<Integer> around = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      if (zones.get(i).zone().isPrivate() == inside && zones.get(i).isAround(name)) {
        around.add(i);
      }
    }
    around.sort(
        Comparator.comparing((Integer i) -> -zones.get(i).apex().labels().size())
            .thenComparing(i -> zones.get(i).zone().toString()));
    return around;
  }

  private static String plain(String name) {
    try {
      return DomainName.of(name).toString();
    } catch (InvalidNameException e) {
      return name;
    }
  }

  private static boolean isHost(String server) {
    try {
      return DomainName.of(server).labels().size() > 1 && !server.contains("_");
    } catch (InvalidNameException e) {
      return false;
    }
  }
}
