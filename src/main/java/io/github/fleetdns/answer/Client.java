package io.github.fleetdns.answer;

import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.geo.States;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoCodes;
import io.github.fleetdns.zone.GeoPlace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks, as Route 53 sees it (route53.md#client): the network, the place and the latencies to
 * AWS regions.
 *
 * <p>What is not known is left empty; {@link #UNKNOWN} is a client that nothing is known of. In a
 * private zone only {@code vpcRegion} counts, and {@code vpc} for which private zones it sees.
 *
 * @param subnet the client's network, from EDNS Client Subnet or the resolver's address
 * @param country the ISO 3166 code of the country
 * @param subdivision the code of the state, such as CA; only with a country
 * @param continent the continent
 * @param at the location
 * @param latencies measured milliseconds to AWS regions, by region
 * @param vpcRegion the region of the VPC that a question to a private zone comes from
 * @param vpc the id of that VPC
 */
public record Client(
    Optional<AddressBlock> subnet,
    Optional<String> country,
    Optional<String> subdivision,
    Optional<GeoPlace.Continent> continent,
    Optional<Point> at,
    Map<String, Double> latencies,
    Optional<String> vpcRegion,
    Optional<String> vpc) {
  /** A client that nothing is known of. */
  public static final Client UNKNOWN =
      new Client(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty());

  /** Requires positive latencies, and a country if there is a subdivision; copies the latencies. */
  public Client {
    if (subdivision.isPresent() && country.isEmpty()) {
      throw new IllegalArgumentException("a subdivision needs a country");
    }
    latencies.forEach(
        (region, ms) -> {
          if (!(ms >= 0) || ms.isInfinite()) {
            throw new IllegalArgumentException("latency of " + ms + " ms to " + region);
          }
        });
    latencies = Collections.unmodifiableMap(new LinkedHashMap<>(latencies));
  }

  /**
   * A client in a country; its continent follows, its location is the country's.
   *
   * @throws IllegalArgumentException if it is no code of a country that Route 53 knows, such as DE
   */
  public static Client in(String country) {
    return UNKNOWN.withCountry(country);
  }

  /** A client in a state of a country. */
  public static Client in(String country, String subdivision) {
    return in(country).withSubdivision(subdivision);
  }

  /** A client in an AWS region: there, and in its country and state. */
  public static Client inRegion(String region) {
    AwsRegions.Region known =
        AwsRegions.of(region)
            .orElseThrow(() -> new IllegalArgumentException("unknown region " + region));
    return new Client(
        Optional.empty(),
        Optional.of(known.country()),
        known.subdivision(),
        continentOf(known.country()),
        Optional.of(known.point()),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** A client in a VPC, for private zones. */
  public static Client inVpc(String region) {
    return UNKNOWN.withVpcRegion(region);
  }

  /**
   * The same client in a country, on its continent.
   *
   * @throws IllegalArgumentException if it is no code of a country that Route 53 knows, such as DE
   */
  public Client withCountry(String code) {
    if (Countries.of(code).isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + code + "\" is no country that Route 53 knows; write a code such as DE");
    }
    return new Client(
        subnet,
        Optional.of(code),
        Optional.empty(),
        continentOf(code),
        at,
        latencies,
        vpcRegion,
        vpc);
  }

  /**
   * The same client in a state of its country.
   *
   * @throws IllegalArgumentException if it is in the United States and no state of theirs, such as
   *     CA
   */
  public Client withSubdivision(String code) {
    if (country.filter("US"::equals).isPresent() && !GeoCodes.isState(code)) {
      throw new IllegalArgumentException("the United States have no state \"" + code + "\"");
    }
    return new Client(subnet, country, Optional.of(code), continent, at, latencies, vpcRegion, vpc);
  }

  /** The same client on a continent. */
  public Client withContinent(GeoPlace.Continent place) {
    return new Client(
        subnet, country, subdivision, Optional.of(place), at, latencies, vpcRegion, vpc);
  }

  /** The same client in a network. */
  public Client withSubnet(AddressBlock network) {
    return new Client(
        Optional.of(network), country, subdivision, continent, at, latencies, vpcRegion, vpc);
  }

  /** The same client at a location. */
  public Client withPoint(Point point) {
    return new Client(
        subnet, country, subdivision, continent, Optional.of(point), latencies, vpcRegion, vpc);
  }

  /** The same client with measured milliseconds to AWS regions, by region. */
  public Client withLatencies(Map<String, Double> millis) {
    return new Client(subnet, country, subdivision, continent, at, millis, vpcRegion, vpc);
  }

  /** The same client in a VPC of a region. */
  public Client withVpcRegion(String region) {
    return new Client(
        subnet, country, subdivision, continent, at, latencies, Optional.of(region), vpc);
  }

  /** The same client in the VPC of this id. */
  public Client withVpc(String id) {
    return new Client(
        subnet, country, subdivision, continent, at, latencies, vpcRegion, Optional.of(id));
  }

  /** Whether it asks from within a VPC, where private zones come first. */
  public boolean isInVpc() {
    return vpcRegion.isPresent() || vpc.isPresent();
  }

  private static Optional<GeoPlace.Continent> continentOf(String country) {
    return Countries.of(country).map(Countries.Country::continent);
  }

  /** Where the client is: its location, or that of its state or country; empty if unknown. */
  public Optional<Point> point() {
    if (at.isPresent()) {
      return at;
    }
    Optional<Point> state =
        country.filter("US"::equals).isPresent()
            ? subdivision.flatMap(States::of).map(States.State::point)
            : Optional.empty();
    return state.isPresent() ? state : country.flatMap(Countries::of).map(Countries.Country::point);
  }
}
