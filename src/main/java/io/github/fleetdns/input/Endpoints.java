package io.github.fleetdns.input;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.RecordSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The endpoints of a zone.
 *
 * @param all every endpoint, in the author's order; their names differ
 */
public record Endpoints(List<Endpoint> all) {

  /** Copies the list. */
  public Endpoints {
    all = List.copyOf(all);
  }

  /** The endpoint of this name. */
  public Optional<Endpoint> named(String name) {
    return all.stream().filter(endpoint -> endpoint.name().equals(name)).findFirst();
  }

  /** The endpoints in an AWS region. */
  public List<Endpoint> in(String region) {
    return all.stream().filter(e -> e.region().filter(region::equals).isPresent()).toList();
  }

  /** The regions that any endpoint is known to be in, in the endpoints' order. */
  public Set<String> regions() {
    Set<String> regions = new LinkedHashSet<>();
    all.forEach(endpoint -> endpoint.region().ifPresent(regions::add));
    return regions;
  }

  /** The endpoints that a record set answers with, or whose resource it is an alias to. */
  public List<Endpoint> of(RecordSet.Key recordSet) {
    return all.stream().filter(e -> e.recordSets().contains(recordSet)).toList();
  }

  /** The endpoints that an answer with this value leads to. */
  public List<Endpoint> withValue(String value) {
    return all.stream().filter(e -> e.values().contains(value)).toList();
  }

  /** The endpoints that an alias to this target leads to. */
  public List<Endpoint> withTarget(AliasTarget target) {
    return all.stream().filter(e -> e.aliasTargets().contains(target)).toList();
  }
}
