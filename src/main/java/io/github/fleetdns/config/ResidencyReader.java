package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Residency;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.GeoPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code residency:} of a fleet: where the traffic of places may go. */
final class ResidencyReader {
  private final List<Problem> problems;
  private final Map<GeoPlace, Location> places = new LinkedHashMap<>();

  ResidencyReader(List<Problem> problems) {
    this.problems = problems;
  }

  /** Reads the section. */
  List<Residency> read(YamlFields fields, List<Endpoint> endpoints) {
    List<Residency> all = new ArrayList<>();
    for (YamlNode.Entry entry : fields.entries()) {
      Places.Result place = Places.read(entry.key());
      if (place.place().isEmpty() || place.place().get() instanceof GeoPlace.Default) {
        problems.add(
            Problem.error(
                entry.keyLocation(),
                "residency-place",
                place.place().isPresent()
                    ? "residency is of a place; name a continent, a country or a US state"
                    : place.complaint()));
        continue;
      }
      List<YamlNode.Scalar> regions = YamlFields.texts(entry.value());
      regions.forEach(region -> warnOfEmpty(region, endpoints));
      if (!regions.isEmpty()) {
        places.put(place.place().get(), entry.keyLocation());
        all.add(
            new Residency(
                place.place().get(),
                regions.stream().map(YamlNode.Scalar::text).distinct().toList()));
      }
    }
    return all;
  }

  /** Where the places stand. */
  Map<GeoPlace, Location> places() {
    return places;
  }

  private void warnOfEmpty(YamlNode.Scalar region, List<Endpoint> endpoints) {
    boolean used =
        endpoints.stream().anyMatch(e -> e.region().filter(region.text()::equals).isPresent());
    if (!used) {
      problems.add(
          Problem.warning(
              region.location(),
              "residency-region",
              "no endpoint is in " + region.text() + ", so that nothing can go there"));
    }
  }
}
