package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Server;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that is lost at once.
 *
 * <p>Two things are told apart: {@code servers} do not serve, so that whoever is still sent to them
 * fails; {@code outages} are what Route 53 notices. A server without a health check is lost without
 * Route 53 noticing; a health check alone is lost while its server serves on.
 *
 * @param kind what kind of thing
 * @param name its name: of an endpoint, a region, a health check
 * @param servers the names of the servers that no longer serve
 * @param outages what is down for Route 53
 * @param parts the losses that this one is made of, if it is one of several things; else none
 */
public record Loss(Kind kind, String name, Set<String> servers, Outages outages, List<Loss> parts) {

  /** Nothing is lost: the normal situation. */
  public static final Loss NONE = new Loss(Kind.NOTHING, "", Set.of(), Outages.NONE, List.of());

  /** What can be lost. */
  public enum Kind {
    NOTHING("nothing"),
    ENDPOINT("endpoint"),
    REGION("region"),
    HEALTH_CHECK("health check"),
    SEVERAL("");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for it, in messages and JSON. */
    public String word() {
      return word;
    }
  }

  /** Copies the collections. */
  public Loss {
    servers = Collections.unmodifiableSet(new LinkedHashSet<>(servers));
    parts = List.copyOf(parts);
  }

  /** A server is lost, and its health checks and alias targets say so. */
  public static Loss ofServer(Server server) {
    return ofServers(Kind.ENDPOINT, server.name(), List.of(server));
  }

  /** All servers of a region are lost. */
  public static Loss ofRegion(String region, List<Server> servers) {
    return ofServers(
        Kind.REGION,
        region,
        servers.stream().filter(s -> s.region().filter(region::equals).isPresent()).toList());
  }

  /** A health check says that its subject is down, while every server serves. */
  public static Loss ofCheck(String name) {
    return new Loss(Kind.HEALTH_CHECK, name, Set.of(), Outages.ofChecks(name), List.of());
  }

  private static Loss ofServers(Kind kind, String name, List<Server> servers) {
    return new Loss(
        kind,
        name,
        servers.stream().map(Server::name).collect(Collectors.toCollection(LinkedHashSet::new)),
        servers.stream().map(Server::lost).reduce(Outages.NONE, Outages::and),
        List.of());
  }

  /** In a sentence: "normally", or "when … is lost". */
  public String when() {
    if (kind == Kind.NOTHING) {
      return "normally";
    }
    return "when " + title() + (kind == Kind.SEVERAL ? " are lost" : " is lost");
  }

  /** Both are lost at once. */
  public Loss and(Loss other) {
    if (kind == Kind.NOTHING || other.kind == Kind.NOTHING) {
      return kind == Kind.NOTHING ? other : this;
    }
    Set<String> both = new LinkedHashSet<>(servers);
    both.addAll(other.servers);
    return new Loss(
        Kind.SEVERAL,
        title() + " and " + other.title(),
        both,
        outages.and(other.outages),
        List.of(this, other));
  }

  /** Whether everything that the other takes is lost here too. */
  boolean covers(Loss other) {
    return servers.containsAll(other.servers)
        && outages.checks().containsAll(other.outages.checks())
        && outages.withoutData().containsAll(other.outages.withoutData())
        && outages.targets().containsAll(other.outages.targets());
  }

  /** In words: {@code endpoint eu-west-1-ai-server}. */
  public String title() {
    return kind == Kind.SEVERAL
        ? name
        : kind == Kind.NOTHING ? kind.word() : kind.word() + " " + name;
  }
}
