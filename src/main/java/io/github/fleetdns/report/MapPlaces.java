package io.github.fleetdns.report;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.geo.States;
import io.github.fleetdns.traffic.ClientGroup;
import io.github.fleetdns.traffic.Population;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which clients are where on the map. */
final class MapPlaces {
  /** Countries and states with fewer people get no letter: there would be no room. */
  private static final long PEOPLE_OF_A_LETTER = 18_000_000;

  private static final Set<String> LARGE =
      Set.of(
          "AU", "BO", "CL", "KZ", "LY", "ML", "MN", "NO", "NZ", "SE", "TD", "US-AK", "US-CO",
          "US-WA");

  private final WorldMap map;
  private final boolean showsStates;

  private MapPlaces(WorldMap map, boolean showsStates) {
    this.map = map;
    this.showsStates = showsStates;
  }

  /** The places of a map for these populations: with states if any population has some. */
  static MapPlaces of(WorldMap map, List<Population> populations) {
    return new MapPlaces(
        map,
        populations.stream()
            .flatMap(population -> population.groups().stream())
            .anyMatch(group -> code(group.client()).startsWith("US-")));
  }

  /**
   * A place.
   *
   * @param code DE or US-CA
   * @param point where its people are
   * @param people how many
   */
  private record Place(String code, Point point, long people) {}

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (Countries.Country country : Countries.all()) {
      if (!country.code().equals("US") || !showsStates) {
        places.add(new Place(country.code(), country.point(), country.people()));
      }
    }
    if (showsStates) {
      States.all().forEach(s -> places.add(new Place("US-" + s.code(), s.point(), s.people())));
    }
    return places;
  }

  /** The outlines to draw, by code. */
  Map<String, String> outlines() {
    Map<String, String> outlines = new LinkedHashMap<>(map.outlines());
    outlines.keySet().removeIf(code -> showsStates ? code.equals("US") : code.startsWith("US-"));
    return outlines;
  }

  /** Where the dots of small places are, by code. */
  Map<String, WorldMap.Position> dots() {
    Map<String, WorldMap.Position> dots = new LinkedHashMap<>();
    places().stream()
        .filter(place -> map.isSmall(place.code()))
        .forEach(place -> dots.put(place.code(), map.at(place.point())));
    return dots;
  }

  /** Where a letter fits, by code. */
  Map<String, List<Long>> labels() {
    Map<String, List<Long>> labels = new LinkedHashMap<>();
    for (Place place : places()) {
      boolean isState = place.code().startsWith("US-");
      if (!map.isSmall(place.code())
          && (place.people() >= PEOPLE_OF_A_LETTER / (isState ? 2 : 1)
              || LARGE.contains(place.code()))) {
        WorldMap.Position at = map.at(place.point());
        labels.put(place.code(), List.of(Math.round(at.x()), Math.round(at.y())));
      }
    }
    return labels;
  }

  /**
   * The numbers of the groups whose clients are in a place, by code; places without are left out.
   */
  Map<String, List<Integer>> groups(Population population) {
    Map<String, List<Integer>> by = new LinkedHashMap<>();
    for (int i = 0; i < population.groups().size(); i++) {
      ClientGroup group = population.groups().get(i);
      by.computeIfAbsent(code(group.client()), c -> new ArrayList<>()).add(i);
    }
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    Set<String> codes = new LinkedHashSet<>(outlines().keySet());
    places().forEach(place -> codes.add(place.code()));
    for (String code : codes) {
      String country = code.substring(0, 2);
      List<Integer> groups = by.getOrDefault(code, by.get(country));
      if (groups == null) {
        groups = Countries.of(country).map(c -> by.get(c.continent().code() + "…")).orElse(null);
      }
      if (groups != null) {
        places.put(code, groups);
      }
    }
    return places;
  }

  /** DE, US-CA, or EU… for a continent; empty if it is not known where the client is. */
  private static String code(Client client) {
    if (client.country().isEmpty()) {
      return client.continent().map(continent -> continent.code() + "…").orElse("");
    }
    String country = client.country().get();
    return country.equals("US")
        ? client.subdivision().map(state -> "US-" + state).orElse("US")
        : country;
  }
}
