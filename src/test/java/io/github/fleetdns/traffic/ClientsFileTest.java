package io.github.fleetdns.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoPlace;
import java.nio.file.Path;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsFileTest {
  @Test
  void placesAndNetworksHaveExactWeights() {
    Population population =
        read("""
                # counts of a week
                place,weight
                DE,1200
                "US-CA",830.25
                europe,40

                198.51.100.7/24,15,FR
                2001:DB8::/32,1
                ap-south-1,0
                """)
            .population()
            .orElseThrow();
    assertThat(population.groups())
        .extracting(ClientGroup::code)
        .containsExactly("DE", "US-CA", "europe", "198.51.100.0/24", "2001:db8::/32");
    assertThat(population.groups())
        .extracting(ClientGroup::weight)
        .startsWith(BigFraction.of(1200), BigFraction.of(3321, 4), BigFraction.of(40));
    assertThat(population.groups())
        .extracting(ClientGroup::client)
        .startsWith(
            Client.in("DE"),
            Client.in("US", "CA"),
            Client.UNKNOWN.withContinent(GeoPlace.Continent.EUROPE),
            Client.in("FR").withSubnet(AddressBlock.of("198.51.100.0/24")));
  }

  @Test
  void everyProblemHasItsPlace() {
    assertThat(
            read("DE,10\nXX,5\n  FR , -1\nGB\nDE,3\n198.51.100.0/99,1\n198.51.100.0/24,1,Narnia\n")
                .problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            p -> assertThat(p).startsWith("clients.csv:2:1: error: a place is a country"),
            p -> assertThat(p).startsWith("clients.csv:3:8: error: a weight is a number"),
            p -> assertThat(p).startsWith("clients.csv:4:1: error: a line has a place"),
            p -> assertThat(p).startsWith("clients.csv:5:1: error: DE stands in line 1 already"),
            p -> assertThat(p).startsWith("clients.csv:6:1: error: \"198.51.100.0/99\" is no net"),
            p -> assertThat(p).startsWith("clients.csv:7:19: error: a place is a country"));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "1e999999999", "1.5.1", "''", "0x10", "-0.1"})
  void aWeightIsANumber(String weight) {
    assertThat(read("DE,5\nFR," + '"' + weight + '"' + "\n").problems())
        .extracting(Problem::rule)
        .containsExactly("clients-weight");
  }

  @Test
  void aFileWithoutClientsIsAProblem() {
    assertThat(read("place,weight\n").problems())
        .extracting(Problem::rule)
        .containsExactly("clients-empty");
    assertThat(ClientsFile.read(Path.of("no-such.csv"), false).problems())
        .extracting(Problem::rule)
        .containsExactly("file-missing");
  }

  @Test
  void clientsOfAPrivateZoneAreInVpcs() {
    Population population =
        ClientsFile.parse("clients.csv", "eu-central-1,1\n", true).population().orElseThrow();
    assertThat(population.groups())
        .extracting(ClientGroup::client)
        .containsExactly(Client.inRegion("eu-central-1").withVpcRegion("eu-central-1"));
    assertThat(ClientsFile.parse("clients.csv", "DE,1\n", true).problems()).hasSize(1);
  }

  private static ClientsFile read(String text) {
    return ClientsFile.parse("clients.csv", text, false);
  }
}
