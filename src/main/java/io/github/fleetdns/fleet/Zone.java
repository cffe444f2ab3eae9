package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The hosted zone that a fleet is published in.
 *
 * @param name its apex
 * @param comment its comment; may be empty, and is for a zone that exists already
 * @param tags its own tags, beside the fleet's, in the author's order; none for a zone that exists
 *     already
 * @param source where it comes from
 * @param visibility who it answers; the networks are those that a new zone is created with, or the
 *     one that an existing zone is looked up by
 * @param sharing the further networks of a private zone
 * @param parent the zone that delegates to this one, if the fleet shall write there
 * @param dnssec whether the fleet signs the zone
 * @param queryLog whether and how queries are logged
 */
public record Zone(
    DomainName name,
    String comment,
    Map<String, String> tags,
    Source source,
    Visibility visibility,
    Sharing sharing,
    Optional<Parent> parent,
    boolean dnssec,
    Optional<QueryLog> queryLog) {

  /**
   * Refuses what Route 53 or Terraform refuse, and what would have no effect; copies the tags.
   *
   * @throws IllegalArgumentException if the parts contradict each other
   */
  public Zone {
    tags = Fleet.ordered(tags);
    boolean secluded = visibility instanceof Visibility.Private;
    if (secluded && (dnssec || queryLog.isPresent())) {
      throw new IllegalArgumentException("a private zone has neither DNSSEC nor a query log");
    }
    if (!secluded && !sharing.equals(Sharing.NONE)) {
      throw new IllegalArgumentException("only a private zone is shared with networks");
    }
    boolean said = !(comment.isEmpty() && tags.isEmpty());
    Optional<String> wrong =
        source.match(
            created -> visibility.match(everybody -> Optional.empty(), to -> wrong(created, to)),
            existing ->
                said
                    ? Optional.of("an existing zone has its comment and tags already")
                    : Optional.empty());
    wrong.ifPresent(
        reason -> {
          throw new IllegalArgumentException(reason);
        });
  }

  private static Optional<String> wrong(Source.Created created, Visibility.Private networks) {
    if (networks.vpcs().isEmpty()) {
      return Optional.of("a private zone is created with at least one VPC");
    }
    return created.delegationSet().map(set -> "a private zone has no delegation set");
  }

  /** A new public zone. */
  public Zone(DomainName name, String comment, Map<String, String> tags) {
    this(
        name,
        comment,
        tags,
        Source.Created.DEFAULT,
        new Visibility.Public(),
        Sharing.NONE,
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** Where a hosted zone comes from. */
  public sealed interface Source {

    /** What is made of the kind of source that this is. */
    <T> T match(Function<Created, T> created, Function<Existing, T> existing);

    /**
     * The fleet creates it.
     *
     * @param delegationSet the id of the reusable delegation set whose name servers it gets
     * @param protect whether Terraform refuses to destroy it
     * @param forceDestroy whether Terraform, to destroy it, deletes every record set in it, whoever
     *     made it
     * @param acceleratedRecovery whether its records can be changed again within the hour when
     *     Route 53's control plane in us-east-1 is down; public zones only
     */
    record Created(
        Optional<String> delegationSet,
        boolean protect,
        boolean forceDestroy,
        boolean acceleratedRecovery)
        implements Source {
      /** Name servers of AWS's choice, destroyed with the fleet. */
      public static final Created DEFAULT = new Created(Optional.empty(), false, false, false);

      /** Refuses to protect what shall be destroyed in any case. */
      public Created {
        if (protect && forceDestroy) {
          throw new IllegalArgumentException("a protected zone is not destroyed by force");
        }
      }

      /** A zone that is destroyed only when it is empty. */
      public Created(Optional<String> delegationSet, boolean protect) {
        this(delegationSet, protect, false, false);
      }

      @Override
      public <T> T match(Function<Created, T> created, Function<Existing, T> existing) {
        return created.apply(this);
      }
    }

    /**
     * It exists, and the fleet only adds records to it.
     *
     * @param id its id; looked up by name and visibility if empty
     */
    record Existing(Optional<String> id) implements Source {
      @Override
      public <T> T match(Function<Created, T> created, Function<Existing, T> existing) {
        return existing.apply(this);
      }
    }
  }

  /**
   * The networks of a private zone beside the ones that it is created with.
   *
   * @param associate networks of the same account; may come and go at any time
   * @param authorise networks of other accounts, which may then associate themselves
   */
  public record Sharing(List<Visibility.Vpc> associate, List<Visibility.Vpc> authorise) {
    /** No further networks. */
    public static final Sharing NONE = new Sharing(List.of(), List.of());

    /** Copies the lists. */
    public Sharing {
      associate = List.copyOf(associate);
      authorise = List.copyOf(authorise);
    }
  }

  /** The zone that delegates to this one. */
  public sealed interface Parent {

    /** What is made of the way in which the parent is named. */
    <T> T match(Function<ById, T> byId, Function<ByName, T> byName);

    /** The TTL in seconds of the delegation when nothing is said: an hour to take it back. */
    long DEFAULT_TTL = 3600;

    /** The TTL of the delegation in seconds. */
    long ttl();

    /**
     * A zone by its id.
     *
     * @param id the hosted zone id
     * @param ttl the TTL of the delegation in seconds
     */
    record ById(String id, long ttl) implements Parent {
      @Override
      public <T> T match(Function<ById, T> byId, Function<ByName, T> byName) {
        return byId.apply(this);
      }
    }

    /**
     * A public zone of the same account, looked up by its name.
     *
     * @param name its name, above the fleet's zone
     * @param ttl the TTL of the delegation in seconds
     */
    record ByName(DomainName name, long ttl) implements Parent {
      @Override
      public <T> T match(Function<ById, T> byId, Function<ByName, T> byName) {
        return byName.apply(this);
      }
    }
  }

  /**
   * A log of the queries that Route 53 answers.
   *
   * @param retentionDays how many days CloudWatch Logs keeps them; for ever if 0
   */
  public record QueryLog(int retentionDays) {
    /** How many days are kept when nothing is said. */
    public static final QueryLog DEFAULT = new QueryLog(30);
  }

  /** The networks that it answers by the fleet's doing; none for a public zone. */
  public List<Visibility.Vpc> vpcs() {
    return visibility instanceof Visibility.Private secluded
        ? Stream.concat(secluded.vpcs().stream(), sharing.associate().stream()).toList()
        : List.of();
  }

  /** Whether Terraform refuses to destroy the zone. */
  public boolean isProtected() {
    return source instanceof Source.Created created && created.protect();
  }

  /** The same zone with a comment. */
  public Zone withComment(String text) {
    return new Zone(name, text, tags, source, visibility, sharing, parent, dnssec, queryLog);
  }

  /** The same zone from elsewhere. */
  public Zone withSource(Source from) {
    return new Zone(name, comment, tags, from, visibility, sharing, parent, dnssec, queryLog);
  }

  /** The same zone for networks only. */
  public Zone withVisibility(Visibility to) {
    return new Zone(name, comment, tags, source, to, sharing, parent, dnssec, queryLog);
  }

  /** The same zone, shared with further networks. */
  public Zone withSharing(Sharing further) {
    return new Zone(name, comment, tags, source, visibility, further, parent, dnssec, queryLog);
  }

  /** The same zone, delegated to by a parent. */
  public Zone withParent(Parent above) {
    return new Zone(
        name, comment, tags, source, visibility, sharing, Optional.of(above), dnssec, queryLog);
  }

  /** The same zone, signed. */
  public Zone withDnssec() {
    return new Zone(name, comment, tags, source, visibility, sharing, parent, true, queryLog);
  }

  /** The same zone with a log of its queries. */
  public Zone withQueryLog(QueryLog log) {
    return new Zone(
        name, comment, tags, source, visibility, sharing, parent, dnssec, Optional.of(log));
  }
}
