package io.github.fleetdns.geo;

/**
 * A point on the earth.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Point(double latitude, double longitude) {
  /** The mean radius R1 of the GRS 80 ellipsoid, in kilometres (IUGG 1980). */
  private static final double EARTH_RADIUS_KM = 6371.0088;

  /**
   * A point on the earth.
   *
   * @throws IllegalArgumentException if a value is out of range or not a number
   */
  public Point {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no point on the earth: " + latitude + "," + longitude);
    }
  }

  /**
   * The distance along the great circle, in kilometres; on a sphere, so up to 0.6 % from that on
   * the ellipsoid.
   */
  public double kmTo(Point other) {
    double lat = Math.toRadians(latitude);
    double otherLat = Math.toRadians(other.latitude);
    double sinLat = Math.sin((otherLat - lat) / 2);
    double sinLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    // The haversine formula: exact for near points, where that with the arc cosine is not.
    double h = sinLat * sinLat + Math.cos(lat) * Math.cos(otherLat) * sinLon * sinLon;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
  }
}
