package io.github.fleetdns.zone;

/** Where a resource of geoproximity routing is. */
public sealed interface GeoLocation {

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
  }
}
