package io.github.fleetdns.answer;

import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.Latency;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a zone takes a client to be: in a private zone at the region of the VPC, and nothing else
 * counts (route53.md#client, route53.md#latency, route53.md#geolocation).
 */
final class Places {
  private static final Latency.Estimate NOT_KNOWN =
      new Latency.Estimate(Double.POSITIVE_INFINITY, 0);

  private static final GeoPlace EVERYWHERE = new GeoPlace.Default();

  private final boolean isPrivate;
  private final Client client;
  private final AwsRegions.@Nullable Region region;
  private final @Nullable String country;
  private final @Nullable String subdivision;
  private @Nullable Point point;
  private boolean located;

  private Places(boolean isPrivate, Client client) {
    this.isPrivate = isPrivate;
    this.client = client;
    if (isPrivate) {
      region = client.vpcRegion().flatMap(AwsRegions::of).orElse(null);
      country = region == null ? null : region.country();
      subdivision = region == null ? null : region.subdivision().orElse(null);
    } else {
      region = null;
      country = client.country().orElse(null);
      subdivision = client.subdivision().orElse(null);
    }
  }

  static Places of(boolean isPrivate, Client client) {
    return new Places(isPrivate, client);
  }

  boolean isPrivate() {
    return isPrivate;
  }

  /** Whether a private zone was told a region that is on the map. */
  boolean hasRegion() {
    return region != null;
  }

  /** Where the client is; empty if unknown. */
  Optional<Point> point() {
    if (!located) {
      point = isPrivate ? regionPoint() : client.point().orElse(null);
      located = true;
    }
    return Optional.ofNullable(point);
  }

  private @Nullable Point regionPoint() {
    return region == null ? null : region.point();
  }

  /** Whether the location is that of a country or state. */
  boolean isApproximate() {
    return !isPrivate && client.at().isEmpty();
  }

  boolean isInChina() {
    return !isPrivate && "CN".equals(country);
  }

  /** Whether the client is in the US, in a state that is not known. */
  boolean isInUnknownState() {
    return "US".equals(country) && subdivision == null;
  }

  private Optional<GeoPlace.Continent> continent() {
    if (!isPrivate) {
      return client.continent();
    }
    return country == null
        ? Optional.empty()
        : Countries.of(country).map(Countries.Country::continent);
  }

  /** The network; private zones do not look at it. */
  Optional<AddressBlock> subnet() {
    return isPrivate ? Optional.empty() : client.subnet();
  }

  /** The measured milliseconds to a region; null if nobody measured, or the zone does not care. */
  @Nullable Double measured(String toRegion) {
    return isPrivate ? null : client.latencies().get(toRegion);
  }

  /**
   * The milliseconds to a region, infinite if it or the client's place is not known. From a VPC the
   * nearest region counts, not the fastest: there is no doubt (docs/route53.md#latency-private).
   */
  Latency.Estimate estimate(Optional<AwsRegions.Region> to) {
    if (point().isEmpty() || to.isEmpty()) {
      return NOT_KNOWN;
    }
    return isPrivate
        ? new Latency.Estimate(Latency.byDistance(point().get(), to.get().point()), 0)
        : Latency.from(point().get()).to(to.get());
  }

  /** The places the client is in, the smallest first, everywhere last. */
  List<GeoPlace> fromSmallest() {
    List<GeoPlace> places = new ArrayList<>(4);
    if (country != null) {
      if (subdivision != null) {
        places.add(new GeoPlace.Subdivision(country, subdivision));
      }
      places.add(new GeoPlace.Country(country));
    }
    continent().ifPresent(places::add);
    places.add(EVERYWHERE);
    return places;
  }
}
