package io.github.fleetdns.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSpaceTest {
  private static final Client INTERNET = Client.UNKNOWN;

  private static final List<NameSpace.Member> SPLIT =
      List.of(
          NameSpace.Member.of(inside("example.com", "vpc-1", a("llm.example.com", "10.0.0.1"))),
          NameSpace.Member.of(
              outside(
                  "example.com",
                  a("llm.example.com", "52.94.0.1"),
                  a("www.example.com", "52.94.0.2"),
                  ns("api.example.com", "${later}"))),
          NameSpace.Member.of(outside("api.example.com", a("v1.api.example.com", "52.94.0.3"))));

  @ParameterizedTest
  @CsvSource({
    "llm.example.com, 52.94.0.1, 10.0.0.1",
    "www.example.com, 52.94.0.2, NXDOMAIN",
    "v1.api.example.com, 52.94.0.3, NXDOMAIN"
  })
  void whoIsInAVpcSeesPrivateZonesFirstWhateverTheOrder(
      String name, String onInternet, String inVpc) {
    for (List<NameSpace.Member> order : orders(SPLIT)) {
      Situations space = NameSpace.of(order).under(zone -> Outages.NONE);
      assertThat(answer(space, name, INTERNET)).isEqualTo(onInternet);
      assertThat(answer(space, name, Client.inVpc("eu-central-1"))).isEqualTo(inVpc);
      assertThat(answer(space, name, INTERNET.withVpc("vpc-1"))).isEqualTo(inVpc);
      assertThat(answer(space, name, INTERNET.withVpc("vpc-2"))).isEqualTo(onInternet);
      assertThat(answer(space, name, Client.inVpc("us-east-1"))).isEqualTo(onInternet);
    }
  }

  @Test
  void withoutAVpcBothAnswersAreGivenThePublicOneFirst() {
    for (List<NameSpace.Member> order : orders(SPLIT)) {
      List<Answer> answers =
          NameSpace.of(order)
              .under(zone -> Outages.NONE)
              .answers(question("llm.example.com"), INTERNET);
      assertThat(answers).extracting(Answer::isPrivate).containsExactly(false, true);
      assertThat(answers).extracting(NameSpaceTest::text).containsExactly("52.94.0.1", "10.0.0.1");
    }
  }

  @Test
  void theLongestPrivateZoneAnswersInItsOwnNetworksAlone() {
    List<NameSpace.Member> members =
        List.of(
            NameSpace.Member.of(inside("example.com", "vpc-1", a("x.eu.example.com", "10.0.0.1"))),
            NameSpace.Member.of(
                inside("eu.example.com", "vpc-2", a("x.eu.example.com", "10.0.0.2"))));
    for (List<NameSpace.Member> order : orders(members)) {
      Situations space = NameSpace.of(order).under(zone -> Outages.NONE);
      assertThat(answer(space, "x.eu.example.com", INTERNET.withVpc("vpc-1")))
          .isEqualTo("10.0.0.1");
      assertThat(answer(space, "x.eu.example.com", INTERNET.withVpc("vpc-2")))
          .isEqualTo("10.0.0.2");
      assertThat(space.answers(question("x.eu.example.com"), INTERNET))
          .extracting(NameSpaceTest::text)
          .containsExactly("10.0.0.2", "10.0.0.1");
    }
  }

  @Test
  void twoPrivateZonesOfOneNameInOneRegionAreNotToldApartSilently() {
    Situations space =
        space(
            inside("example.com", "vpc-1", a("x.example.com", "10.0.0.1")),
            inside("example.com", "vpc-2", a("x.example.com", "10.0.0.2")));
    assertThat(space.answer(question("x.example.com"), Client.inVpc("eu-central-1")).orElseThrow())
        .satisfies(a -> assertThat(a.unverified()).anyMatch(s -> s.contains("--vpc")));
    assertThat(
            space
                .answer(question("x.example.com"), Client.inVpc("eu-central-1").withVpc("vpc-2"))
                .orElseThrow())
        .satisfies(a -> assertThat(text(a)).isEqualTo("10.0.0.2"))
        .satisfies(a -> assertThat(a.unverified()).isEmpty());
  }

  @Test
  void aPrivateZoneOfUnknownNetworksAnswersAndSaysSo() {
    HostedZone zone = privateTo("example.com", List.of(), a("x.example.com", "10.0.0.1"));
    Answer answer =
        space(zone).answer(question("x.example.com"), INTERNET.withVpc("vpc-1")).orElseThrow();
    assertThat(text(answer)).isEqualTo("10.0.0.1");
    assertThat(answer.unverified()).singleElement().asString().contains("not known");
  }

  @Test
  void aChildThatNothingDelegatesToIsNotReached() {
    List<NameSpace.Member> members =
        List.of(
            NameSpace.Member.of(outside("example.com", a("www.example.com", "52.94.0.2"))),
            NameSpace.Member.of(outside("api.example.com", a("v1.api.example.com", "52.94.0.3"))));
    for (List<NameSpace.Member> order : orders(members)) {
      Answer answer =
          NameSpace.of(order)
              .under(zone -> Outages.NONE)
              .answer(question("v1.api.example.com"), INTERNET)
              .orElseThrow();
      assertThat(answer.rcode()).isEqualTo(Rcode.NXDOMAIN);
      assertThat(answer.remarks())
          .singleElement()
          .asString()
          .contains("api.example.com of the input is not reached");
    }
  }

  @Test
  void aDelegationToOtherServersThanTheChildsDoesNotReachIt() {
    HostedZone parent = outside("example.com", ns("api.example.com", "ns1.example.net."));
    HostedZone child = outside("api.example.com", a("v1.api.example.com", "52.94.0.3"));
    assertThat(of(parent, child, "NS1.example.NET")).isEqualTo("52.94.0.3");
    assertThat(of(parent, child, "ns-5.awsdns-00.com")).isEqualTo("REFERRAL");
  }

  private static String of(HostedZone parent, HostedZone child, String server) {
    Situations space =
        NameSpace.of(
                List.of(NameSpace.Member.of(parent), new NameSpace.Member(child, Set.of(server))))
            .under(zone -> Outages.NONE);
    return answer(space, "v1.api.example.com", INTERNET);
  }

  @Test
  void ofTwoZonesOfOneNameTheOneThatIsDelegatedToAnswers() {
    HostedZone parent = outside("example.com", ns("api.example.com", "ns2.example.net"));
    List<NameSpace.Member> members =
        List.of(
            NameSpace.Member.of(parent),
            new NameSpace.Member(
                outside("api.example.com", a("v1.api.example.com", "52.94.0.3")),
                Set.of("ns1.example.net")),
            new NameSpace.Member(
                outside("api.example.com", a("v1.api.example.com", "52.94.0.4")),
                Set.of("ns2.example.net")));
    for (List<NameSpace.Member> order : orders(members)) {
      assertThat(
              answer(NameSpace.of(order).under(z -> Outages.NONE), "v1.api.example.com", INTERNET))
          .isEqualTo("52.94.0.4");
    }
  }

  @Test
  void ofTwoZonesOfOneNameThatNothingTellsApartOneAnswersAndItIsSaid() {
    List<NameSpace.Member> members =
        List.of(
            NameSpace.Member.of(outside("example.com", a("x.example.com", "52.94.0.1"))),
            NameSpace.Member.of(outside("example.com", a("x.example.com", "52.94.0.2"))));
    List<String> texts = new ArrayList<>();
    for (List<NameSpace.Member> order : orders(members)) {
      Answer answer =
          NameSpace.of(order)
              .under(zone -> Outages.NONE)
              .answer(question("x.example.com"), INTERNET)
              .orElseThrow();
      assertThat(answer.unverified()).singleElement().asString().contains("several public zones");
      texts.add(text(answer));
    }
    assertThat(texts.stream().distinct()).hasSize(1);
  }

  @Test
  void aGapInTheChainOfZonesIsSaid() {
    Answer answer =
        space(
                outside("example.com", ns("b.example.com", "ns1.example.net")),
                outside("a.b.example.com", a("x.a.b.example.com", "52.94.0.1")))
            .answer(question("x.a.b.example.com"), INTERNET)
            .orElseThrow();
    assertThat(text(answer)).isEqualTo("52.94.0.1");
    assertThat(answer.unverified()).singleElement().asString().contains("not in the input");
  }

  @Test
  void theDsRecordOfAChildStandsInItsParent() {
    RecordSet ds =
        RecordSet.simple(
            DomainName.of("api.example.com"),
            RecordType.DS,
            60,
            List.of("1 13 2 " + "a".repeat(64)));
    Situations space =
        space(
            outside("example.com", ns("api.example.com", "${later}"), ds),
            outside("api.example.com", a("v1.api.example.com", "52.94.0.3")));
    Answer answer =
        space.answer(Question.of("api.example.com", RecordType.DS), INTERNET).orElseThrow();
    assertThat(answer.zone()).hasToString("example.com");
    assertThat(answer.outcomes()).hasSize(1);
  }

  @Test
  void cnamesAreFollowedIntoOtherZonesAndRoundInCirclesOnce() {
    Situations space =
        space(
            outside("example.com", cname("www.example.com", "llm.example.net")),
            outside(
                "example.net",
                a("llm.example.net", "52.94.0.4"),
                cname("loop.example.net", "www.example.org")),
            outside("example.org", cname("www.example.org", "loop.example.net")));
    Answer answer = space.answer(question("www.example.com"), INTERNET).orElseThrow();
    Answer next = answer.outcomes().get(0).followed().orElseThrow();
    assertThat(next.zone()).hasToString("example.net");
    assertThat(text(next)).isEqualTo("52.94.0.4");
    assertThat(space.answer(question("loop.example.net"), INTERNET).orElseThrow().unverified())
        .singleElement()
        .asString()
        .contains("lead back");
  }

  @Test
  void aCnameOfAPrivateZoneIsFollowedAsItsNetworksSeeIt() {
    Situations space =
        space(
            inside("example.com", "vpc-1", cname("www.example.com", "llm.example.net")),
            inside("example.net", "vpc-1", a("llm.example.net", "10.0.0.4")),
            outside("example.net", a("llm.example.net", "52.94.0.4")));
    for (Client client : List.of(INTERNET, Client.inVpc("eu-central-1"))) {
      Answer answer = space.answers(question("www.example.com"), client).get(0);
      assertThat(text(answer.outcomes().get(0).followed().orElseThrow())).isEqualTo("10.0.0.4");
    }
  }

  @Test
  void anAliasToAnotherZoneIsFollowed() {
    RecordSet alias =
        new RecordSet(
            DomainName.of("www.example.com"),
            RecordType.A,
            Optional.empty(),
            new Content.Alias(
                new AliasTarget.AwsResource(AwsService.OTHER, "llm.example.net", "Z1"), false));
    Situations space =
        space(
            outside("example.com", alias),
            outside("example.net", a("llm.example.net", "52.94.0.4")));
    Answer answer = space.answer(question("www.example.com"), INTERNET).orElseThrow();
    assertThat(text(answer.outcomes().get(0).followed().orElseThrow())).isEqualTo("52.94.0.4");
  }

  @Test
  void aNameThatIsPrivateOnlyDoesNotExistOnTheInternet() {
    Situations space = space(inside("example.com", "vpc-1", a("x.example.com", "10.0.0.1")));
    assertThat(space.answer(question("x.example.com"), INTERNET)).isEmpty();
    assertThat(space.answers(question("x.example.com"), INTERNET))
        .singleElement()
        .satisfies(answer -> assertThat(answer.isPrivate()).isTrue());
  }

  // ---- zones in short ----

  private static Situations space(HostedZone... zones) {
    return NameSpace.of(Stream.of(zones).map(NameSpace.Member::of).toList())
        .under(zone -> Outages.NONE);
  }

  private static HostedZone outside(String name, RecordSet... sets) {
    return HostedZone.of(DomainName.of(name), List.of(sets));
  }

  private static HostedZone inside(String name, String vpc, RecordSet... sets) {
    return privateTo(name, List.of(new Visibility.Vpc(vpc, Optional.of("eu-central-1"))), sets);
  }

  private static HostedZone privateTo(String name, List<Visibility.Vpc> vpcs, RecordSet... sets) {
    return new HostedZone(
        DomainName.of(name),
        "",
        Map.of(),
        new Visibility.Private(vpcs),
        Arrays.asList(sets),
        Map.of(),
        List.of());
  }

  private static RecordSet a(String name, String address) {
    return RecordSet.simple(DomainName.of(name), RecordType.A, 60, List.of(address));
  }

  private static RecordSet ns(String name, String server) {
    return RecordSet.simple(DomainName.of(name), RecordType.NS, 60, List.of(server));
  }

  private static RecordSet cname(String name, String target) {
    return RecordSet.simple(DomainName.of(name), RecordType.CNAME, 60, List.of(target));
  }

  private static Question question(String name) {
    return Question.of(name, RecordType.A);
  }

  private static String answer(Situations space, String name, Client client) {
    return text(space.answer(question(name), client).orElseThrow());
  }

  private static String text(Answer answer) {
    return answer.rcode() == Rcode.NOERROR
        ? String.join(",", answer.outcomes().get(0).records())
        : answer.rcode().name();
  }

  private static List<List<NameSpace.Member>> orders(List<NameSpace.Member> members) {
    List<NameSpace.Member> reversed = new ArrayList<>(members);
    Collections.reverse(reversed);
    List<NameSpace.Member> rotated = new ArrayList<>(members);
    Collections.rotate(rotated, 1);
    return List.of(members, reversed, rotated);
  }
}
