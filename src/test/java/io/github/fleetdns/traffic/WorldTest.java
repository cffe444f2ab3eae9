package io.github.fleetdns.traffic;

import static io.github.fleetdns.traffic.TrafficFleets.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Server;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.RoutingPolicy;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Traffic where several zones have a part in it. */
class WorldTest {
  private static final Population EIGHT = TrafficFleets.eight();

  private static final HostedZone OUTSIDE =
      zone(
          "example.com",
          a("llm.example.com", "52.94.0.1"),
          a("www.example.com", "52.94.0.2"),
          set("api.example.com", RecordType.NS, "${later}"));
  private static final HostedZone CHILD =
      zone("api.example.com", a("v1.api.example.com", "52.94.0.3"));
  private static final HostedZone INSIDE =
      inside("example.com", "vpc-1", a("llm.example.com", "10.0.0.1"));

  @Test
  void theInternetSeesPublicZonesAndAVpcItsPrivateOnes() {
    for (List<HostedZone> order : orders(INSIDE, OUTSIDE, CHILD)) {
      World world = world(order);
      assertThat(answers(world, OUTSIDE, "llm.example.com", EIGHT)).containsExactly("52.94.0.1");
      assertThat(answers(world, CHILD, "v1.api.example.com", EIGHT)).containsExactly("52.94.0.3");
      // A population of which nobody says where it is asks a private zone from its own VPC.
      Population vpcs = Population.of(INSIDE);
      assertThat(answers(world, INSIDE, "llm.example.com", vpcs)).containsExactly("10.0.0.1");
    }
  }

  @Test
  void whoSaysWhichVpcHeIsInGetsWhatThatVpcSees() {
    World world = world(List.of(OUTSIDE, INSIDE, CHILD)).asStated();
    Population in = population(Client.inVpc("eu-central-1"));
    assertThat(answers(world, OUTSIDE, "llm.example.com", in)).containsExactly("10.0.0.1");
    assertThat(answers(world, OUTSIDE, "www.example.com", in)).containsExactly("no answer");
    assertThat(answers(world, CHILD, "v1.api.example.com", in)).containsExactly("no answer");
    Population elsewhere = population(Client.inVpc("us-east-1"));
    assertThat(answers(world, OUTSIDE, "www.example.com", elsewhere)).containsExactly("52.94.0.2");
  }

  @Test
  void aZoneThatNothingDelegatesToGetsNoTraffic() {
    HostedZone parent = zone("example.com", a("llm.example.com", "52.94.0.1"));
    ServiceTraffic traffic =
        traffic(world(List.of(parent, CHILD)), CHILD, "v1.api.example.com", EIGHT);
    assertThat(traffic.normal().unanswered()).isEqualTo(BigFraction.ONE);
    assertThat(traffic.remarks()).singleElement().asString().contains("is not reached");
    assertThat(traffic.zones())
        .extracting(Object::toString)
        .containsExactly("the public zone example.com");
  }

  /** The check and the server are those of the zone that the CNAME leads to. */
  @Test
  void aLossInTheZoneThatACnameLeadsToMovesTheTraffic() {
    HostedZone home =
        zone(
            "example.com",
            set("www.example.com", RecordType.CNAME, "llm.example.net"),
            weighted("mail.example.com", "unrelated", "192.0.2.9", Optional.empty()));
    HostedZone there =
        checked(
            "example.net",
            Map.of("one", check("52.94.0.4")),
            weighted("llm.example.net", "one", "52.94.0.4", Optional.of("one")),
            weighted("llm.example.net", "two", "52.94.0.5", Optional.empty()),
            a("other.example.net", "52.94.0.6"));
    Server one = server("52.94.0.4", there, "one");
    World world =
        World.of(
            List.of(
                new World.Zone(NameSpace.Member.of(home), List.of()),
                new World.Zone(
                    NameSpace.Member.of(there),
                    List.of(
                        one,
                        server("52.94.0.5", there, "two"),
                        server("52.94.0.6", there, null)))));
    TrafficModel model = world.model(home, List.of(question("www.example.com")), EIGHT);
    ServiceTraffic www = model.of(question("www.example.com"), EIGHT);
    assertThat(www.normal().total().ofServer("52.94.0.4")).isEqualTo(BigFraction.of(1, 2));
    // What no name of the zone leads to is nothing that it could lose.
    assertThat(model.singleLosses())
        .extracting(Loss::title)
        .containsExactly("endpoint 52.94.0.4", "endpoint 52.94.0.5", "health check one");
    Scenario lost = www.under(Loss.ofServer(one));
    assertThat(lost.total().ofServer("52.94.0.5")).isEqualTo(BigFraction.ONE);
    assertThat(lost.clients().failoverKnown()).isTrue();
    assertThat(www.zones())
        .extracting(Object::toString)
        .containsExactly("the public zone example.com", "the public zone example.net");
  }

  /** Two fleets may call different checks and endpoints alike. */
  @Test
  void whatTwoZonesCallAlikeIsToldApart() {
    HostedZone home =
        checked(
            "example.com",
            Map.of("gpu", check("192.0.2.1")),
            weighted("www.example.com", "gpu", "192.0.2.1", Optional.of("gpu")),
            new RecordSet(
                DomainName.of("www.example.com"),
                RecordType.A,
                Optional.of(new Routing("x", new RoutingPolicy.Weighted(1), Optional.empty())),
                new Content.Alias(
                    new io.github.fleetdns.zone.AliasTarget.AwsResource(
                        io.github.fleetdns.zone.AwsService.OTHER, "llm.example.net", "Z1"),
                    false)));
    HostedZone there =
        checked(
            "example.net",
            Map.of("gpu", check("192.0.2.2")),
            weighted("llm.example.net", "gpu", "192.0.2.2", Optional.of("gpu")),
            weighted("llm.example.net", "cpu", "192.0.2.3", Optional.empty()));
    World world =
        World.of(
            List.of(
                new World.Zone(
                    NameSpace.Member.of(home), List.of(described("gpu", "192.0.2.1", home))),
                new World.Zone(
                    NameSpace.Member.of(there),
                    List.of(
                        described("gpu", "192.0.2.2", there),
                        described("cpu", "192.0.2.3", there)))));
    TrafficModel model = world.model(home, List.of(question("www.example.com")), EIGHT);
    ServiceTraffic www = model.of(question("www.example.com"), EIGHT);
    assertThat(model.servers())
        .extracting(Server::name)
        .containsExactly("gpu", "gpu (example.net)", "cpu");
    assertThat(www.under(Loss.ofCheck("gpu")).total().ofServer("gpu")).isEqualTo(BigFraction.ZERO);
    Scenario other = www.under(Loss.ofServer(model.servers().get(1)));
    assertThat(other.total().ofServer("gpu")).isEqualTo(BigFraction.of(1, 2));
    assertThat(other.total().ofServer("gpu (example.net)")).isEqualTo(BigFraction.ZERO);
    assertThat(other.total().ofServer("cpu")).isEqualTo(BigFraction.of(1, 2));
  }

  /** A child zone is made and delegated: its names move there, and their traffic stays. */
  @Test
  void namesThatMoveToAZoneOfTheirOwnKeepTheirTraffic() {
    HostedZone before =
        zone("example.com", weighted("v1.api.example.com", "a", "52.94.0.3", Optional.empty()));
    HostedZone parent = zone("example.com", set("api.example.com", RecordType.NS, "${later}"));
    HostedZone child =
        zone("api.example.com", weighted("v1.api.example.com", "a", "52.94.0.3", Optional.empty()));
    World old = world(List.of(before));
    HostedZone none = zone("api.example.com");
    for (List<HostedZone> order : orders(parent, child)) {
      ZoneComparison comparison =
          ZoneComparison.of(
              new ZoneComparison.Side(old, none, List.of()),
              new ZoneComparison.Side(world(order), child, List.of()),
              List.of(question("v1.api.example.com")),
              EIGHT,
              () -> {});
      ServiceComparison service = comparison.services().get(0);
      assertThat(service.normal().flows()).isEmpty();
      assertThat(service.zonesBefore())
          .extracting(z -> z.name().toString())
          .containsExactly("example.com");
      assertThat(service.zonesAfter())
          .extracting(z -> z.name().toString())
          .containsExactly("api.example.com");
    }
  }

  @Test
  void aNewPrivateZoneTakesTheTrafficOfItsVpc() {
    World before = world(List.of(OUTSIDE, CHILD));
    World after = world(List.of(OUTSIDE, CHILD, INSIDE));
    HostedZone none = inside("example.com", "vpc-1");
    ZoneComparison comparison =
        ZoneComparison.of(
            new ZoneComparison.Side(before, none, List.of()),
            new ZoneComparison.Side(after, INSIDE, List.of()),
            List.of(question("llm.example.com")),
            Population.of(INSIDE),
            () -> {});
    assertThat(comparison.services().get(0).normal().flows())
        .singleElement()
        .satisfies(
            flow -> {
              assertThat(flow.from().title()).isEqualTo("52.94.0.1");
              assertThat(flow.to().title()).isEqualTo("10.0.0.1");
            });
  }

  // ---- zones in short ----

  private static World world(List<HostedZone> zones) {
    return World.of(
        zones.stream().map(zone -> new World.Zone(NameSpace.Member.of(zone), List.of())).toList());
  }

  private static List<String> answers(
      World world, HostedZone home, String name, Population population) {
    return traffic(world, home, name, population).normal().total().parts().keySet().stream()
        .map(Destination::title)
        .toList();
  }

  private static ServiceTraffic traffic(
      World world, HostedZone home, String name, Population population) {
    return world.model(home, List.of(question(name)), population).of(question(name), population);
  }

  private static Population population(Client client) {
    return new Population("one", List.of(TrafficFleets.group("X", client, 1)));
  }

  private static HostedZone zone(String name, RecordSet... sets) {
    return HostedZone.of(DomainName.of(name), List.of(sets));
  }

  private static HostedZone checked(
      String name, Map<String, HealthCheck> checks, RecordSet... sets) {
    return new HostedZone(
        DomainName.of(name),
        "",
        Map.of(),
        new Visibility.Public(),
        List.of(sets),
        checks,
        List.of());
  }

  private static HostedZone inside(String name, String vpc, RecordSet... sets) {
    return new HostedZone(
        DomainName.of(name),
        "",
        Map.of(),
        new Visibility.Private(List.of(new Visibility.Vpc(vpc, Optional.of("eu-central-1")))),
        List.of(sets),
        Map.of(),
        List.of());
  }

  private static HealthCheck check(String address) {
    return new HealthCheck.Endpoint(
        HealthCheck.Protocol.TCP,
        Optional.of(IpAddress.of(address)),
        Optional.empty(),
        443,
        Optional.empty(),
        Optional.empty(),
        30,
        3,
        List.of(),
        false,
        Optional.empty(),
        HealthCheck.Common.PLAIN);
  }

  private static RecordSet a(String name, String address) {
    return set(name, RecordType.A, address);
  }

  private static RecordSet set(String name, RecordType type, String value) {
    return RecordSet.simple(DomainName.of(name), type, 60, List.of(value));
  }

  private static RecordSet weighted(
      String name, String identifier, String address, Optional<String> check) {
    return new RecordSet(
        DomainName.of(name),
        RecordType.A,
        Optional.of(new Routing(identifier, new RoutingPolicy.Weighted(1), check)),
        new Content.Values(60, List.of(address)));
  }

  /** A server as Terraform tells of it: by its address. */
  private static Server server(
      String address, HostedZone zone, @org.jspecify.annotations.Nullable String check) {
    Set<String> checks =
        check != null && zone.healthChecks().containsKey(check) ? Set.of(check) : Set.of();
    return new Server(
        address,
        Optional.empty(),
        OptionalLong.empty(),
        List.copyOf(checks),
        Set.of(address),
        Set.of(),
        keys(zone, address),
        new Outages(checks, Set.of(), Set.of()),
        true);
  }

  private static Server described(String name, String address, HostedZone zone) {
    Server server = server(address, zone, name);
    return new Server(
        name,
        server.region(),
        server.capacity(),
        server.checks(),
        server.values(),
        server.targets(),
        server.recordSets(),
        server.lost(),
        false);
  }

  private static Set<RecordSet.Key> keys(HostedZone zone, String address) {
    return zone.recordSets().stream()
        .filter(set -> set.values().contains(address))
        .map(RecordSet::key)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static List<List<HostedZone>> orders(HostedZone... zones) {
    List<HostedZone> reversed = new ArrayList<>(List.of(zones));
    Collections.reverse(reversed);
    return Stream.of(List.of(zones), reversed).toList();
  }
}
