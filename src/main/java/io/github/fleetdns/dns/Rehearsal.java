package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.zone.HostedZone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A server, and what is called down at the moment: things go down and up by name while it answers.
 * Safe for use by several threads.
 */
public final class Rehearsal {
  private final DnsServer server;
  private final List<HostedZone> zones;
  private final OutageNames names;
  private final Function<HostedZone, Outages> always;
  private final Set<String> down = new LinkedHashSet<>();

  /** A rehearsal with nothing down. */
  public Rehearsal(DnsServer server, List<HostedZone> zones, OutageNames names) {
    this(server, zones, names, zone -> Outages.NONE);
  }

  /**
   * A rehearsal with nothing called down.
   *
   * @param server the server
   * @param zones its zones
   * @param names what can be down in them
   * @param always what is down in each all the time, beyond what names say
   */
  public Rehearsal(
      DnsServer server,
      List<HostedZone> zones,
      OutageNames names,
      Function<HostedZone, Outages> always) {
    this.server = server;
    this.zones = List.copyOf(zones);
    this.names = names;
    this.always = always;
    apply();
  }

  /** Takes something down; false if nothing is called so. */
  public synchronized boolean down(String name) {
    if (!isKnown(name)) {
      return false;
    }
    down.add(name);
    apply();
    return true;
  }

  /** Brings something up again, if it was down; false if nothing is called so. */
  public synchronized boolean up(String name) {
    if (!down.remove(name)) {
      return isKnown(name);
    }
    apply();
    return true;
  }

  /** Brings everything up again. */
  public synchronized void allUp() {
    down.clear();
    apply();
  }

  /** What is down, in the order it went down. */
  public synchronized List<String> down() {
    return List.copyOf(down);
  }

  /** What is down without any sign that Route 53 looks at: clients are still sent there. */
  public List<String> unnoticed() {
    return down().stream()
        .filter(
            name ->
                zones.stream()
                    .allMatch(
                        zone -> names.in(zone, name).orElse(Outages.NONE).equals(Outages.NONE)))
        .toList();
  }

  /** The names of what can be down. */
  public List<String> known() {
    return names.known();
  }

  /** The names of the zones. */
  public List<String> zones() {
    return zones.stream().map(zone -> zone.name().toString()).toList();
  }

  /** What was asked for and what was answered. */
  public List<QueryCount> counts() {
    return server.counts();
  }

  private boolean isKnown(String name) {
    return zones.stream().anyMatch(zone -> names.in(zone, name).isPresent());
  }

  private synchronized void apply() {
    server.setOutages(
        zone ->
            down.stream()
                .flatMap(name -> names.in(zone, name).stream())
                .reduce(always.apply(zone), Outages::and));
  }
}
