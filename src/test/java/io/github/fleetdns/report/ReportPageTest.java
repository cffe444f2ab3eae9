package io.github.fleetdns.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fleetdns.text.Hidden;
import io.github.fleetdns.traffic.Capacity;
import io.github.fleetdns.traffic.Losses;
import io.github.fleetdns.traffic.Outlook;
import io.github.fleetdns.traffic.Population;
import io.github.fleetdns.traffic.ServiceTraffic;
import io.github.fleetdns.traffic.TrafficFleets;
import io.github.fleetdns.traffic.TrafficModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @Test
  void itStandsOnItsOwn() {
    String page = page("fleet.yaml", TrafficFleets.THREE_REGIONS, TrafficFleets.eight());
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("default-src 'none'; script-src 'sha256-")
        .doesNotContain("http://www.w3.org/1999")
        .doesNotContain(" src=", "<link", "@import", "url(http", "{{");
    assertThat(page).hasSizeLessThan(300_000);
  }

  @Test
  void theSameInputMakesTheSameBytes() {
    assertThat(page("f", TrafficFleets.THREE_REGIONS, Population.world()))
        .isEqualTo(page("f", TrafficFleets.THREE_REGIONS, Population.world()));
  }

  @Test
  void whatIsWrittenInItCannotRun() throws Exception {
    Population odd =
        new Population(
            "</script><script>alert(1)</script>", List.of(TrafficFleets.eight().groups().get(0)));
    String page = page("<img onerror=alert(1)>.yaml", TrafficFleets.THREE_REGIONS, odd);
    assertThat(page).doesNotContain("<script>alert", "<img");
    assertThat(page.split("</script>", -1)).hasSize(3);
    assertThat(data(page).at("/populations/0/title").asText())
        .isEqualTo("</script><script>alert(1)</script>");
  }

  @Test
  void everyPlaceOfThePopulationIsDrawn() throws Exception {
    String page = page("f", TrafficFleets.THREE_REGIONS, Population.world());
    JsonNode places = data(page).at("/populations/0/places");
    List<String> missing = new ArrayList<>();
    Population.world()
        .groups()
        .forEach(
            group -> {
              if (!places.has(group.code())
                  || !page.contains("data-place=\"" + group.code() + "\"")) {
                missing.add(group.code());
              }
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void sharesWithoutAMapAreInTheTableAlone() throws Exception {
    Population networks =
        new Population(
            "a network",
            List.of(
                TrafficFleets.group(
                    "198.51.100.0/24", io.github.fleetdns.answer.Client.UNKNOWN, 1)));
    JsonNode data = data(page("f", TrafficFleets.THREE_REGIONS, networks));
    assertThat(data.at("/populations/0/places")).isEmpty();
    assertThat(data.at("/populations/0/groups/0/0").asText()).isEqualTo("198.51.100.0/24");
  }

  @Test
  void ofMoreThanTenEndpointsPairsAreCoveredAndThePageSaysSo() throws Exception {
    String page = page("f", many(30), Population.world());
    assertThat(data(page).at("/versions/0/services/0/covers").asInt()).isEqualTo(2);
    assertThat(page).contains("it covers every loss of up to 2 at once").hasSizeLessThan(1_500_000);
    assertThat(page("f", many(4), Population.world()))
        .contains("Every combination of lost endpoints was worked out beforehand.");
  }

  @Test
  void whatWasProvedAboutResidencyIsOnThePage() throws Exception {
    ReportSide side = side("f", TrafficFleets.THREE_REGIONS, TrafficFleets.eight());
    String page =
        ReportPage.of(
            List.of(
                new ReportSide(
                    side.source(),
                    side.names(),
                    Map.of(),
                    List.of(
                        new ReportSide.Residency(true, "all stays"),
                        new ReportSide.Residency(false, "the traffic of <FR> leaves")))),
            Hidden.NONE,
            () -> {});

    assertThat(page)
        .contains("<li class=\"proved\"><b>Proved</b>: all stays.")
        .contains("<li class=\"broken\"><b>Broken</b>: the traffic of &lt;FR&gt; leaves.");
  }

  @Test
  void progressIsCountedAsAnnounced() {
    AtomicLong steps = new AtomicLong();
    List<ReportSide> sides = List.of(side("f", TrafficFleets.THREE_REGIONS, TrafficFleets.eight()));
    ReportPage.of(sides, Hidden.NONE, steps::incrementAndGet);
    assertThat(steps.get()).isEqualTo(ReportPage.steps(sides)).isEqualTo(7);
  }

  @Test
  void aNameThatIsNewHasNoBefore() throws Exception {
    String page =
        ReportPage.of(
            List.of(
                side(
                    "old",
                    TrafficFleets.THREE_REGIONS.replace("  api:", "  other:"),
                    TrafficFleets.eight()),
                side("new", TrafficFleets.THREE_REGIONS, TrafficFleets.eight())),
            Hidden.NONE,
            () -> {});
    JsonNode data = data(page);
    assertThat(data.at("/names")).hasSize(2);
    assertThat(data.at("/versions/0/services/1")).isEmpty();
    assertThat(data.at("/versions/1/services/1/normal")).isNotEmpty();
    assertThat(page).contains("before <span>old</span>", "after <span>new</span>");
  }

  private static JsonNode data(String page) throws Exception {
    Matcher matcher = DATA.matcher(page);
    assertThat(matcher.find()).isTrue();
    return new ObjectMapper().readTree(matcher.group(1));
  }

  private static String page(String source, String fleet, Population population) {
    return ReportPage.of(List.of(side(source, fleet, population)), Hidden.NONE, () -> {});
  }

  private static ReportSide side(String source, String fleet, Population population) {
    TrafficModel model = TrafficFleets.model(fleet);
    String service = fleet.contains("  other:") ? "other" : "api";
    ServiceTraffic traffic =
        model.of(TrafficFleets.question(service + ".ai.example.com"), population);
    Outlook outlook =
        new Outlook(
            traffic,
            Capacity.of(model.servers(), Optional.empty()),
            traffic.under(Losses.single(model.zone(), model.servers()), () -> {}));
    return new ReportSide(
        source,
        List.of(
            new ReportSide.Name(
                "ai.example.com",
                false,
                outlook,
                RouteTree.of(model.zone(), traffic.question().name()))));
  }

  private static String many(int endpoints) {
    StringBuilder list = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < endpoints; i++) {
      list.append("  e%02d: {region: us-east-1, address: 52.94.2.%d}\n".formatted(i, i + 1));
      names.append("%se%02d: 1".formatted(i == 0 ? "" : ", ", i));
    }
    return """
        fleet: many
        zone: {name: ai.example.com}
        defaults: {ttl: 60, health: {https: /healthz}}
        endpoints:
        %sservices:
          api: {route: {weighted: {%s}}}
        """
        .formatted(list, names);
  }
}
