package io.github.fleetdns.traffic;

import java.util.function.Function;

/** Where a client's answer leads. In order: servers by name, other places, nobody. */
public sealed interface Destination extends Comparable<Destination> {

  /** What is made of the kind of destination that this is. */
  <T> T match(
      Function<ToServer, T> server, Function<Elsewhere, T> elsewhere, Function<Nobody, T> nobody);

  /** Nobody: there is no answer. */
  static Destination nobody() {
    return new Nobody();
  }

  /** The server's name, what is written in the answer, or {@code no answer}. */
  String title();

  @Override
  default int compareTo(Destination other) {
    int byRank = Integer.compare(rank(this), rank(other));
    return byRank == 0 ? title().compareTo(other.title()) : byRank;
  }

  private static int rank(Destination destination) {
    return destination.match(server -> 0, elsewhere -> 1, nobody -> 2);
  }

  /**
   * A server, which may be lost.
   *
   * @param name its name
   */
  record ToServer(String name) implements Destination {
    @Override
    public String title() {
      return name;
    }

    @Override
    public <T> T match(
        Function<ToServer, T> server,
        Function<Elsewhere, T> elsewhere,
        Function<Nobody, T> nobody) {
      return server.apply(this);
    }
  }

  /**
   * An address, a name or an AWS resource that is no known server's.
   *
   * @param what what the answer says
   */
  record Elsewhere(String what) implements Destination {
    @Override
    public String title() {
      return what;
    }

    @Override
    public <T> T match(
        Function<ToServer, T> server,
        Function<Elsewhere, T> elsewhere,
        Function<Nobody, T> nobody) {
      return elsewhere.apply(this);
    }
  }

  /** Nobody: Route 53 gives no answer, a negative one, or one without records. */
  record Nobody() implements Destination {
    @Override
    public String title() {
      return "no answer";
    }

    @Override
    public <T> T match(
        Function<ToServer, T> server,
        Function<Elsewhere, T> elsewhere,
        Function<Nobody, T> nobody) {
      return nobody.apply(this);
    }
  }
}
