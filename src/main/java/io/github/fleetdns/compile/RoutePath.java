package io.github.fleetdns.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in a route tree: a service or pool, then the names of children from the root down.
 *
 * @param pool whether the tree is a pool's rather than a service's
 * @param owner the name of the service or pool
 * @param children the set identifiers that lead to the place
 */
public record RoutePath(boolean pool, String owner, List<String> children) {

  /** Copies the list. */
  public RoutePath {
    children = List.copyOf(children);
  }

  /** The root of a service's tree. */
  public static RoutePath service(String name) {
    return new RoutePath(false, name, List.of());
  }

  /** The root of a pool's tree. */
  public static RoutePath pool(String name) {
    return new RoutePath(true, name, List.of());
  }

  /** A child of this place. */
  public RoutePath child(String name) {
    List<String> longer = new ArrayList<>(children);
    longer.add(name);
    return new RoutePath(pool, owner, longer);
  }

  /** The place above; empty at the root. */
  public Optional<RoutePath> parent() {
    return children.isEmpty()
        ? Optional.empty()
        : Optional.of(new RoutePath(pool, owner, children.subList(0, children.size() - 1)));
  }
}
