package io.github.fleetdns.traffic;

/** Where a client's answer leads. In order: servers by name, other places, nobody. */
public sealed interface Destination extends Comparable<Destination> {

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
    return destination instanceof ToServer ? 0 : destination instanceof Elsewhere ? 1 : 2;
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
  }

  /** Nobody: Route 53 gives no answer, a negative one, or one without records. */
  record Nobody() implements Destination {
    @Override
    public String title() {
      return "no answer";
    }
  }
}
