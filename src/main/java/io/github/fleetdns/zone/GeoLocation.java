package io.github.fleetdns.zone;

import java.math.BigDecimal;
import java.util.function.Function;

/** Where a resource of geoproximity routing is. */
public sealed interface GeoLocation {

  /** What is made of the kind of location that this is. */
  <T> T match(
      Function<Region, T> region,
      Function<LocalZone, T> localZone,
      Function<Coordinates, T> coordinates);

  /** The same location in one spelling: 1.50 degrees are 1.5. */
  default GeoLocation normal() {
    return match(
        region -> region,
        localZone -> localZone,
        point -> new Coordinates(degrees(point.latitude()), degrees(point.longitude())));
  }

  private static String degrees(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /**
   * An AWS region.
   *
   * @param name its name
   */
  record Region(String name) implements GeoLocation {
    @Override
    public String toString() {
      return name;
    }

    @Override
    public <T> T match(
        Function<Region, T> region,
        Function<LocalZone, T> localZone,
        Function<Coordinates, T> coordinates) {
      return region.apply(this);
    }
  }

  /**
   * A group of AWS Local Zones.
   *
   * @param group its name, such as us-west-2-lax-1
   */
  record LocalZone(String group) implements GeoLocation {
    @Override
    public String toString() {
      return group;
    }

    @Override
    public <T> T match(
        Function<Region, T> region,
        Function<LocalZone, T> localZone,
        Function<Coordinates, T> coordinates) {
      return localZone.apply(this);
    }
  }

  /**
   * A point on the map; texts, because Route 53 takes at most two decimals.
   *
   * @param latitude degrees north, −90 to 90
   * @param longitude degrees east, −180 to 180
   */
  record Coordinates(String latitude, String longitude) implements GeoLocation {
    @Override
    public String toString() {
      return latitude + "," + longitude;
    }

    @Override
    public <T> T match(
        Function<Region, T> region,
        Function<LocalZone, T> localZone,
        Function<Coordinates, T> coordinates) {
      return coordinates.apply(this);
    }
  }
}
