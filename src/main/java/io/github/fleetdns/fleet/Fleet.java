package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.DomainName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A fleet of inference servers behind one hosted zone; becomes one Terraform stack.
 *
 * @param name the fleet's name and that of its stack: {@link #NAME}
 * @param zone the hosted zone
 * @param ttl the TTL in seconds where nothing else is said
 * @param endpoints the servers, in the author's order
 * @param pools routes with a name, in the author's order
 * @param services names whose traffic is routed, in the author's order
 * @param records further record sets of the zone, in the author's order
 * @param tags tags for every resource that takes some, in the author's order
 * @param provider how Terraform's AWS provider is configured
 * @param backend where Terraform keeps its state
 * @param monitoring who hears of the fleet's health
 * @param residency where the traffic of places may go, in the author's order
 * @param verbatim what is said as Route 53 holds it
 */
public record Fleet(
    String name,
    Zone zone,
    long ttl,
    List<Endpoint> endpoints,
    List<Pool> pools,
    List<Service> services,
    List<PlainRecord> records,
    Map<String, String> tags,
    Provider provider,
    Backend backend,
    Monitoring monitoring,
    List<Residency> residency,
    Verbatim verbatim) {
  /**
   * What a fleet may be called: a letter, then letters, digits and single hyphens; lower case, 1–63
   * characters.
   */
  public static final Pattern NAME = Pattern.compile("(?!.*--)[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

  /** The TTL in seconds when a fleet names none. */
  public static final long DEFAULT_TTL = 300;

  /** Requires a valid name and TTL; copies the collections. */
  public Fleet {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no fleet name: " + NAME);
    }
    Checks.ttl(ttl);
    endpoints = List.copyOf(endpoints);
    pools = List.copyOf(pools);
    services = List.copyOf(services);
    records = List.copyOf(records);
    tags = ordered(tags);
    residency = List.copyOf(residency);
  }

  /** A fleet that says nothing as Route 53 holds it. */
  public Fleet(
      String name,
      Zone zone,
      long ttl,
      List<Endpoint> endpoints,
      List<Pool> pools,
      List<Service> services,
      List<PlainRecord> records,
      Map<String, String> tags,
      Provider provider,
      Backend backend,
      Monitoring monitoring,
      List<Residency> residency) {
    this(
        name,
        zone,
        ttl,
        endpoints,
        pools,
        services,
        records,
        tags,
        provider,
        backend,
        monitoring,
        residency,
        Verbatim.NONE);
  }

  /** Starts a fleet of this name whose zone has this name. */
  public static Builder builder(String name, String zone) {
    return new Builder(name, new Zone(DomainName.of(zone), "", Map.of()));
  }

  static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Puts a fleet together, for programs; files are read by {@code config}. */
  public static final class Builder {
    private final String name;
    private Zone zone;
    private long ttl = DEFAULT_TTL;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<Pool> pools = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<PlainRecord> records = new ArrayList<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private Provider provider = Provider.DEFAULT;
    private Backend backend = Backend.Local.DEFAULT;
    private Monitoring monitoring = Monitoring.NONE;
    private final List<Residency> residency = new ArrayList<>();
    private Verbatim verbatim = Verbatim.NONE;

    private Builder(String name, Zone zone) {
      this.name = name;
      this.zone = zone;
    }

    /** The zone's comment. */
    public Builder comment(String comment) {
      zone = zone.withComment(comment);
      return this;
    }

    /** The zone, with its comment and tags. */
    public Builder zone(Zone zone) {
      this.zone = zone;
      return this;
    }

    /** The TTL in seconds, 0–2147483647, where an endpoint or record says nothing else. */
    public Builder ttl(long seconds) {
      this.ttl = seconds;
      return this;
    }

    /** Adds a server. */
    public Builder endpoint(Endpoint endpoint) {
      endpoints.add(endpoint);
      return this;
    }

    /** Adds a route with a name. */
    public Builder pool(String name, Route route) {
      pools.add(new Pool(name, route));
      return this;
    }

    /** Adds a name whose traffic is routed. */
    public Builder service(String name, Route route) {
      services.add(new Service(name, java.util.OptionalLong.empty(), route));
      return this;
    }

    /** Adds a name whose traffic is routed, with a TTL. */
    public Builder service(Service service) {
      services.add(service);
      return this;
    }

    /** Adds a record set. */
    public Builder record(PlainRecord record) {
      records.add(record);
      return this;
    }

    /** Adds a tag to every resource that takes some. */
    public Builder tag(String key, String value) {
      tags.put(key, value);
      return this;
    }

    /** How Terraform's AWS provider is configured. */
    public Builder provider(Provider provider) {
      this.provider = provider;
      return this;
    }

    /** Where Terraform keeps its state. */
    public Builder backend(Backend backend) {
      this.backend = backend;
      return this;
    }

    /** Who hears of the fleet's health. */
    public Builder monitoring(Monitoring monitoring) {
      this.monitoring = monitoring;
      return this;
    }

    /** Where the traffic of a place may go. */
    public Builder residency(Residency residency) {
      this.residency.add(residency);
      return this;
    }

    /** What is said as Route 53 holds it. */
    public Builder verbatim(Verbatim verbatim) {
      this.verbatim = verbatim;
      return this;
    }

    /**
     * The fleet.
     *
     * @throws IllegalArgumentException if the name or the TTL is out of range
     */
    public Fleet build() {
      return new Fleet(
          name,
          zone,
          ttl,
          endpoints,
          pools,
          services,
          records,
          tags,
          provider,
          backend,
          monitoring,
          residency,
          verbatim);
    }
  }
}
