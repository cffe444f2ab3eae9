package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which servers are behind what answers say.
 *
 * <p>The record set that has the value stands for them. If it stands for none, such as a plain
 * record that an endpoint's {@code hostname} or {@code record} names, the last one on the way to it
 * that does has led there. Only where no record set on the way stands for any server they are those
 * that have the value, which is a guess if they are several. Thread-safe.
 */
public final class ServersBehind {
  private final IdentityHashMap<RecordSet, List<Server>> standing = new IdentityHashMap<>();
  private final Map<String, List<Server>> byValue = new HashMap<>();
  private final Map<AliasTarget, List<Server>> byTarget = new HashMap<>();
  private final Map<String, String> normal = new ConcurrentHashMap<>();

  /**
   * The servers behind a value or target.
   *
   * @param servers all of them, each as likely as the others; none if it is no server's
   * @param how how one knows
   */
  public record Found(List<Server> servers, How how) {
    /** Copies the list. */
    public Found {
      servers = List.copyOf(servers);
    }

    /** Whether they are several, which nothing tells apart. */
    public boolean isAmbiguous() {
      return servers.size() > 1;
    }
  }

  /** How one knows which servers are behind a value. */
  public enum How {
    /** The record set that has it stands for them. */
    RECORD_SET,
    /** A record set that led there does. */
    WAY,
    /** They have the value. */
    VALUE
  }

  /**
   * A zone and its servers.
   *
   * @param zone the zone
   * @param own its servers, with the record sets of this zone that stand for them
   * @param as what each of them is called by, in the same order: of several zones, one for all
   */
  public record Of(HostedZone zone, List<Server> own, List<Server> as) {
    /** Copies the lists, of which neither is longer. */
    public Of {
      own = List.copyOf(own);
      as = List.copyOf(as);
      if (own.size() != as.size()) {
        throw new IllegalArgumentException(own.size() + " servers called by " + as.size());
      }
    }
  }

  /** The servers of a zone. */
  public static ServersBehind of(HostedZone zone, List<Server> servers) {
    return of(List.of(new Of(zone, servers, servers)));
  }

  /** The servers of several zones. */
  public static ServersBehind of(List<Of> zones) {
    ServersBehind behind = new ServersBehind();
    zones.forEach(behind::add);
    return behind;
  }

  private ServersBehind() {}

  private void add(Of zone) {
    Map<RecordSet.Key, List<Server>> byKey = new HashMap<>();
    for (int i = 0; i < zone.own().size(); i++) {
      Server server = zone.as().get(i);
      server.values().forEach(value -> addOnce(server, in(byValue, value)));
      server.targets().forEach(target -> addOnce(server, in(byTarget, target)));
      zone.own().get(i).recordSets().forEach(key -> in(byKey, key).add(server));
    }
    for (RecordSet set : zone.zone().recordSets()) {
      List<Server> stands = byKey.get(set.key());
      if (stands != null) {
        standing.put(set, stands);
      }
    }
  }

  private static <K> List<Server> in(Map<K, List<Server>> map, K key) {
    return map.computeIfAbsent(key, k -> new ArrayList<>());
  }

  /** The servers that a record set stands for. */
  public List<Server> of(RecordSet set) {
    return standing.getOrDefault(set, List.of());
  }

  /**
   * The servers that the last choice before this many led to, or else those before it.
   *
   * @param path the choices
   * @param choices how many of them count
   * @param before what earlier choices led to
   */
  public List<Server> onTheWay(List<Step> path, int choices, List<Server> before) {
    for (int i = choices - 1; i >= 0; i--) {
      List<Server> stands = ofAll(path.get(i).sets());
      if (!stands.isEmpty()) {
        return stands;
      }
    }
    return before;
  }

  /**
   * The servers behind a value.
   *
   * @param sets the record sets that have it
   * @param way what the choices before them led to
   */
  public Found at(String value, List<RecordSet> sets, List<Server> way) {
    String spelled = spelled(value);
    return found(
        sets,
        server -> server.values().contains(spelled),
        way,
        byValue.getOrDefault(spelled, List.of()));
  }

  /** The servers behind the target of an alias. */
  public Found at(AliasTarget target, List<RecordSet> sets, List<Server> way) {
    return found(
        sets,
        server -> server.targets().contains(target),
        way,
        byTarget.getOrDefault(target, List.of()));
  }

  /** The servers behind everything that an outcome says, without what its CNAME leads to. */
  public List<Server> behind(Outcome outcome) {
    List<Step> path = outcome.path();
    List<Server> way = onTheWay(path, path.size() - 1, List.of());
    List<RecordSet> sets = lastSets(path);
    Optional<AliasTarget> target = outcome.target();
    if (target.isPresent()) {
      return at(target.get(), sets, way).servers();
    }
    List<Server> all = new ArrayList<>();
    for (String value : outcome.records()) {
      List<RecordSet> having = sets.stream().filter(s -> s.values().contains(value)).toList();
      at(value, having, way).servers().forEach(server -> addOnce(server, all));
    }
    return all;
  }

  /** The record sets that a path ends at. */
  public static List<RecordSet> lastSets(List<Step> path) {
    return path.isEmpty() ? List.of() : path.get(path.size() - 1).sets();
  }

  /** {@link Server#normal}, remembered. */
  public String spelled(String value) {
    return normal.computeIfAbsent(value, Server::normal);
  }

  /** Of several servers that record sets stand for, such as those of a simple route, who has it. */
  private Found found(
      List<RecordSet> sets, Predicate<Server> has, List<Server> way, List<Server> guess) {
    List<Server> stands = ofAll(sets);
    if (stands.size() > 1) {
      List<Server> having = stands.stream().filter(has).toList();
      stands = having.isEmpty() ? stands : having;
    }
    // What nobody describes is where a described server is that led there.
    boolean leads = !way.isEmpty() && way.stream().noneMatch(Server::derived);
    if (!stands.isEmpty() && !(leads && stands.stream().allMatch(Server::derived))) {
      return new Found(stands, How.RECORD_SET);
    }
    return way.isEmpty() ? new Found(guess, How.VALUE) : new Found(way, How.WAY);
  }

  private List<Server> ofAll(List<RecordSet> sets) {
    if (sets.size() == 1) {
      return of(sets.get(0));
    }
    List<Server> all = new ArrayList<>();
    sets.forEach(set -> of(set).forEach(server -> addOnce(server, all)));
    return all;
  }

  private static void addOnce(Server server, List<Server> all) {
    if (!all.contains(server)) {
      all.add(server);
    }
  }
}
