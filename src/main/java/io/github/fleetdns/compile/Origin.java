package io.github.fleetdns.compile;

import java.util.List;
import java.util.function.Function;

/** The part of a fleet that a record set comes from. */
public sealed interface Origin {

  /** What is made of the kind of origin that this is. */
  <T> T match(
      Function<Endpoint, T> ofEndpoint, Function<Stated, T> stated, Function<Routed, T> routed);

  /**
   * An endpoint's own record set.
   *
   * @param endpoint the endpoint's position in {@code Fleet.endpoints()}
   * @param values for each value of the record set, its position in the endpoint's address list
   */
  record Endpoint(int endpoint, List<Integer> values) implements Origin {
    /** Copies the list. */
    public Endpoint {
      values = List.copyOf(values);
    }

    @Override
    public <T> T match(
        Function<Endpoint, T> ofEndpoint, Function<Stated, T> stated, Function<Routed, T> routed) {
      return ofEndpoint.apply(this);
    }
  }

  /**
   * A record set that the fleet states as such.
   *
   * @param record its position in {@code Fleet.records()} or, behind those, among the record sets
   *     of {@code Fleet.verbatim()}
   * @param values for each value of the record set, its position in the record's list of values
   */
  record Stated(int record, List<Integer> values) implements Origin {
    /** Copies the list. */
    public Stated {
      values = List.copyOf(values);
    }

    @Override
    public <T> T match(
        Function<Endpoint, T> ofEndpoint, Function<Stated, T> stated, Function<Routed, T> routed) {
      return stated.apply(this);
    }
  }

  /**
   * A record set of a route tree.
   *
   * @param path where in the tree
   * @param endpoints the names of the endpoints that it stands for itself; none for an alias that
   *     leads to further record sets of a tree
   */
  record Routed(RoutePath path, List<String> endpoints) implements Origin {
    /** Copies the list. */
    public Routed {
      endpoints = List.copyOf(endpoints);
    }

    @Override
    public <T> T match(
        Function<Endpoint, T> ofEndpoint, Function<Stated, T> stated, Function<Routed, T> routed) {
      return routed.apply(this);
    }
  }
}
