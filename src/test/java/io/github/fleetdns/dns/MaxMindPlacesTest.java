package io.github.fleetdns.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.GeoPlace;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaxMindPlacesTest {
  private static final Map<String, Object> SAN_FRANCISCO =
      Map.of(
          "continent", Map.of("code", "NA"),
          "country", Map.of("iso_code", "US"),
          "subdivisions", List.of(Map.of("iso_code", "CA")),
          "location", Map.of("latitude", 37.77, "longitude", -122.42));

  @TempDir private Path folder;

  private ClientPlaces places(TinyMaxMind database) throws Exception {
    Path file = folder.resolve("places.mmdb");
    Files.write(file, database.bytes());
    ClientFile read = ClientFile.read(file);
    assertThat(read.problems()).isEmpty();
    return read.places();
  }

  private static ClientPlaces.Place at(ClientPlaces places, String address) {
    int length = address.contains(":") ? 128 : 32;
    return places.locate(Handlers.address(address), length);
  }

  @Test
  void aCityIsInItsStateAndCountryAndHasALocation() throws Exception {
    ClientPlaces places = places(new TinyMaxMind(6).put("203.0.113.0/24", SAN_FRANCISCO));
    ClientPlaces.Place place = at(places, "203.0.113.7");
    assertThat(place.client())
        .isEqualTo(Client.in("US", "CA").withPoint(new Point(37.77, -122.42)));
    assertThat(place.length()).isEqualTo(24);
  }

  @Test
  void whatIsNotInTheDatabaseIsUnknown() throws Exception {
    ClientPlaces places = places(new TinyMaxMind(6).put("203.0.113.0/24", SAN_FRANCISCO));
    assertThat(at(places, "8.8.8.8").client()).isEqualTo(Client.UNKNOWN);
    assertThat(at(places, "2001:db8::1").client()).isEqualTo(Client.UNKNOWN);
  }

  @Test
  void aDatabaseOfIpv4KnowsNothingOfIpv6() throws Exception {
    ClientPlaces places = places(new TinyMaxMind(4).put("203.0.113.0/24", SAN_FRANCISCO));
    assertThat(at(places, "203.0.113.1").client().country()).contains("US");
    assertThat(at(places, "2001:db8::1").client()).isEqualTo(Client.UNKNOWN);
  }

  @Test
  void aContinentAloneIsAPlace() throws Exception {
    ClientPlaces places =
        places(new TinyMaxMind(6).put("2001:db8::/32", Map.of("continent", Map.of("code", "EU"))));
    assertThat(at(places, "2001:db8::1").client())
        .isEqualTo(Client.UNKNOWN.withContinent(GeoPlace.Continent.EUROPE));
    assertThat(at(places, "2001:db8::1").length()).isEqualTo(32);
  }

  @Test
  void otherDatabasesTellNothing() throws Exception {
    ClientPlaces places =
        places(new TinyMaxMind(6).put("203.0.113.0/24", Map.of("autonomous_system_number", 64500)));
    assertThat(at(places, "203.0.113.1").client()).isEqualTo(Client.UNKNOWN);
  }

  @Test
  void aBrokenDatabaseIsAProblem() throws Exception {
    byte[] bytes = new TinyMaxMind(6).put("203.0.113.0/24", SAN_FRANCISCO).bytes();
    Path file = folder.resolve("broken.mmdb");
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 40));
    assertThat(ClientFile.read(file).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo("clients-database"));
  }

  /** The first value of the data is a pointer to the first value of the data. */
  @Test
  void aPointerToItselfIsSaidNotFollowed() throws Exception {
    ClientPlaces places =
        places(
            new TinyMaxMind(4)
                .putBytes("203.0.113.0/24", new byte[] {0x20, 0})
                .put("198.51.100.0/24", SAN_FRANCISCO));
    assertThatThrownBy(() -> at(places, "203.0.113.1"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the database of clients is broken");
    assertThat(at(places, "198.51.100.1").client().country()).contains("US");
  }

  /** Lists of one list, and so on. */
  @Test
  void whatNestsTooDeepIsSaid() throws Exception {
    byte[] lists = new byte[400_000];
    for (int i = 0; i < lists.length; i += 2) {
      lists[i] = 1;
      lists[i + 1] = 4;
    }
    ClientPlaces places = places(new TinyMaxMind(4).putBytes("203.0.113.0/24", lists));
    assertThatThrownBy(() -> at(places, "203.0.113.1")).isInstanceOf(UncheckedIOException.class);
  }

  /** Forty levels of a list that has the next one twice. */
  @Test
  void whatDoublesIsReadOnce() throws Exception {
    byte[] lists = new byte[40 * 6 + 2];
    for (int level = 0; level < 40; level++) {
      int next = (level + 1) * 6;
      byte[] list = {
        2, 4, (byte) (0x20 | next >> 8), (byte) next, (byte) (0x20 | next >> 8), (byte) next
      };
      System.arraycopy(list, 0, lists, level * 6, 6);
    }
    lists[40 * 6 + 1] = 4;
    ClientPlaces places = places(new TinyMaxMind(4).putBytes("203.0.113.0/24", lists));
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          try {
            at(places, "203.0.113.1");
          } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("broken");
          }
        });
  }
}
