package io.github.fleetdns.answer;

import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a zone takes a client to be: in a private zone at the region of the VPC, and nothing else
 * counts (§7.1, §1.3, §1.4).
 *
 * @param isPrivate whether the zone is private
 * @param client who asks
 * @param region the VPC's region, in a private zone
 * @param point the location
 * @param approximate whether the location is the centre of a country or state
 */
record Places(
    boolean isPrivate,
    Client client,
    Optional<AwsRegions.Region> region,
    Optional<Point> point,
    boolean approximate) {

  static Places of(boolean isPrivate, Client client) {
    if (isPrivate) {
      Optional<AwsRegions.Region> region = client.vpcRegion().flatMap(AwsRegions::of);
      return new Places(true, client, region, region.map(AwsRegions.Region::point), false);
    }
    return new Places(false, client, Optional.empty(), client.point(), client.at().isEmpty());
  }

  Optional<String> country() {
    return isPrivate ? region.map(AwsRegions.Region::country) : client.country();
  }

  Optional<String> subdivision() {
    return isPrivate ? region.flatMap(AwsRegions.Region::subdivision) : client.subdivision();
  }

  private Optional<GeoPlace.Continent> continent() {
    return isPrivate
        ? country().flatMap(Countries::of).map(Countries.Country::continent)
        : client.continent();
  }

  /** The network; private zones do not look at it. */
  Optional<AddressBlock> subnet() {
    return isPrivate ? Optional.empty() : client.subnet();
  }

  /** The measured milliseconds to a region; null if nobody measured, or the zone does not care. */
  @org.jspecify.annotations.Nullable
  Double measured(String toRegion) {
    return isPrivate ? null : client.latencies().get(toRegion);
  }

  /** Whether the client is in the US, in a state that is not known. */
  boolean isInUnknownState() {
    return country().filter("US"::equals).isPresent() && subdivision().isEmpty();
  }

  /** The places the client is in, the smallest first, everywhere last. */
  List<GeoPlace> fromSmallest() {
    List<GeoPlace> places = new ArrayList<>(4);
    if (country().isPresent()) {
      String code = country().get();
      subdivision().ifPresent(state -> places.add(new GeoPlace.Subdivision(code, state)));
      places.add(new GeoPlace.Country(code));
    }
    continent().ifPresent(places::add);
    places.add(EVERYWHERE);
    return places;
  }

  private static final GeoPlace EVERYWHERE = new GeoPlace.Default();
}
