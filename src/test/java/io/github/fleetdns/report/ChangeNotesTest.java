package io.github.fleetdns.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.input.Input;
import io.github.fleetdns.terraform.read.ResourceChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeNotesTest {
  private static final String FLEET =
      """
      fleet: llm
      zone: {name: ai.example.com}
      defaults: {ttl: 60, health: {https: /healthz}}
      endpoints:
        east: {region: us-east-1, address: 52.94.1.1}
        west: {region: us-west-2, address: 52.94.1.2}
      services:
        chat: {route: {latency: [east, west]}}
      """;

  @TempDir private Path folder;

  @Test
  void checksThatAreMadeAnewAreNamedTogether() throws Exception {
    List<ChangeNotes.Note> notes =
        between(FLEET, FLEET.replace("/healthz}", "/healthz, interval: 10}"));

    assertThat(notes)
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.kind()).isEqualTo("health-check-replaced");
              assertThat(note.subjects()).containsExactly("east", "west");
              assertThat(note.says())
                  .startsWith(
                      "The health checks of east, west are made anew, since Route 53 does not")
                  .contains(
                      "change the interval", "The new one is made first", "counts as healthy");
            });
  }

  @Test
  void anInvertedCheckBeginsUnhealthy() throws Exception {
    String inverted = FLEET.replace("/healthz}", "/healthz, invert: true}");

    assertThat(between(inverted, inverted.replace("/healthz,", "/healthz, interval: 10,")))
        .singleElement()
        .satisfies(note -> assertThat(note.says()).contains("counts as unhealthy"));
  }

  @Test
  void whatRoute53ChangesIsNotNoted() throws Exception {
    assertThat(between(FLEET, FLEET.replace("/healthz}", "/ok, failures: 5}"))).isEmpty();
    assertThat(between(FLEET, FLEET.replace("52.94.1.2", "52.94.1.3"))).isEmpty();
  }

  @Test
  void aZoneThatGoesIsEmptiedByForceOnly() throws Exception {
    assertThat(says(gone(FLEET))).contains("Route 53 refuses to delete it");
    assertThat(says(gone(FLEET.replace(".com}", ".com, force-destroy: true}"))))
        .contains("deletes every record set in it, whoever made it");
  }

  @Test
  void aZoneThatExistedBeforeStays() throws Exception {
    assertThat(gone(FLEET.replace(".com}", ".com, existing: true}"))).isEmpty();
  }

  @Test
  void aPlanSaysWhetherACheckOrARecordGoesBeforeItIsThereAgain() throws Exception {
    Input plan = Input.read(Path.of("src/test/resources/traffic/check-replaced-plan.json"));

    List<ChangeNotes.Note> notes =
        ChangeNotes.of(
            plan.before().stream().findFirst(),
            plan.zones().stream().findFirst(),
            plan.changes(),
            List.of());

    assertThat(notes)
        .extracting(ChangeNotes.Note::kind)
        .containsExactly("health-check-replaced", "provider-version");
    assertThat(notes.get(0).says())
        .contains("since request_interval cannot change", "deletes the old one first");
    assertThat(notes.get(1).subjects()).containsExactly("aws_route53_record.gold");
    assertThat(notes.get(1).says()).contains("6.0", "accepts ~> 6.4");
  }

  private List<ChangeNotes.Note> between(String before, String after) throws Exception {
    return ChangeNotes.of(
        read("old", before).zones().stream().findFirst(),
        read("new", after).zones().stream().findFirst(),
        List.<ResourceChange>of(),
        List.of());
  }

  private List<ChangeNotes.Note> gone(String before) throws Exception {
    return ChangeNotes.of(
        read("old", before).zones().stream().findFirst(), Optional.empty(), List.of(), List.of());
  }

  private static String says(List<ChangeNotes.Note> notes) {
    return notes.stream().map(ChangeNotes.Note::says).reduce("", String::concat);
  }

  private Input read(String name, String text) throws Exception {
    return Input.read(Files.writeString(folder.resolve(name + ".yaml"), text));
  }
}
