package io.github.fleetdns.answer;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Something that serves clients, and that can be lost as a whole: an endpoint of a fleet or, in
 * Terraform that others wrote, an address, a host name or an AWS resource that answers lead to.
 *
 * @param name what it is called: the endpoint's name in the fleet, else its value or DNS name;
 *     unique in a zone
 * @param region the AWS region it is in, if something tells
 * @param capacity how much it can serve: requests per second if the demand is in them; 1 or more
 * @param checks the names of the zone's health checks that tell of it, its own ones first
 * @param values the addresses and hostnames that lead to it, in {@link #normal(String) normal form}
 * @param targets the alias targets that lead to it; record sets of the zone are none
 * @param recordSets the record sets that stand for it; aliases to those are not among them
 * @param lost what Route 53 notices when it is lost
 * @param derived whether nobody describes it, so that only answers that lead to its value tell of
 *     it
 */
public record Server(
    String name,
    Optional<String> region,
    OptionalLong capacity,
    List<String> checks,
    Set<String> values,
    Set<AliasTarget> targets,
    Set<RecordSet.Key> recordSets,
    Outages lost,
    boolean derived) {

  /** Requires a capacity of at least 1, if there is one; copies the collections, in their order. */
  public Server {
    if (capacity.isPresent() && capacity.getAsLong() < 1) {
      throw new IllegalArgumentException("capacity " + capacity.getAsLong() + " is below 1");
    }
    checks = List.copyOf(checks);
    Set<String> spelled = new LinkedHashSet<>();
    values.forEach(value -> spelled.add(normal(value)));
    values = Collections.unmodifiableSet(spelled);
    targets = ordered(targets);
    recordSets = ordered(recordSets);
  }

  private static <T> Set<T> ordered(Collection<T> set) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }

  /**
   * A server at addresses or hostnames, in a region, of which these health checks say when it is
   * lost.
   */
  public static Server at(String name, String region, Set<String> values, Set<String> checks) {
    return new Server(
        name,
        Optional.of(region),
        OptionalLong.empty(),
        List.copyOf(checks),
        values,
        Set.of(),
        Set.of(),
        new Outages(checks, Set.of(), Set.of()),
        false);
  }

  /** The same server with a capacity. */
  public Server withCapacity(long amount) {
    return new Server(
        name, region, OptionalLong.of(amount), checks, values, targets, recordSets, lost, derived);
  }

  /** The same server under another name. */
  public Server named(String other) {
    return new Server(other, region, capacity, checks, values, targets, recordSets, lost, derived);
  }

  /** The same server in a region, or in none that is known. */
  public Server in(Optional<String> where) {
    return new Server(name, where, capacity, checks, values, targets, recordSets, lost, derived);
  }

  /** The same server, with what Route 53 notices when it is lost. */
  public Server losing(Outages outages) {
    return new Server(
        name, region, capacity, checks, values, targets, recordSets, outages, derived);
  }

  /** The same server, its health checks called otherwise. */
  public Server checkedBy(UnaryOperator<String> names) {
    return new Server(
        name,
        region,
        capacity,
        checks.stream().map(names).toList(),
        values,
        targets,
        recordSets,
        new Outages(
            lost.checks().stream().map(names).collect(Collectors.toSet()),
            lost.withoutData().stream().map(names).collect(Collectors.toSet()),
            lost.targets()),
        derived);
  }

  /** Whether anything leads to it. */
  public boolean isSomewhere() {
    return !values.isEmpty() || !targets.isEmpty();
  }

  /** Whether something leads to both. */
  public boolean overlaps(Server other) {
    return other.values.stream().anyMatch(values::contains)
        || other.targets.stream().anyMatch(targets::contains);
  }

  /**
   * One spelling of an address or hostname: addresses as {@link IpAddress} writes them, names as
   * {@link DomainName#spelled} does.
   */
  public static String normal(String value) {
    try {
      return IpAddress.of(value).toString();
    } catch (IllegalArgumentException e) {
      return DomainName.spelled(value);
    }
  }
}
