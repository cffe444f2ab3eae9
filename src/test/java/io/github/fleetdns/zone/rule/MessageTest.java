package io.github.fleetdns.zone.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final DomainName API = DomainName.of("api.example.com");

  @Test
  void readsAsItsPartsDo() {
    Message inner = Message.of(new RecordSet.Group(API, RecordType.MX), "; ");
    RecordSet.Key key = new RecordSet.Key(API, RecordType.A, Optional.of("eu"));

    assertThat(
            Message.of(key, " has TTL ", 30L, ", not ", inner, Message.join(", ", List.of(1, 2))))
        .hasToString("api.example.com A \"eu\" has TTL 30, not api.example.com MX; 1, 2");
  }

  @Test
  void ofIpv4IsTheSameForBothTypesAndLeavesWordsAlone() {
    assertThat(of(RecordType.AAAA, "one").ofIpv4()).isEqualTo(of(RecordType.A, "one").ofIpv4());
    assertThat(of(RecordType.A, "AAAA").ofIpv4()).isNotEqualTo(of(RecordType.A, "A").ofIpv4());
  }

  private static Message of(RecordType type, String identifier) {
    return Message.of(
        new RecordSet.Key(API, type, Optional.of(identifier)),
        new RecordSet.Group(API, type),
        type,
        " of \"" + identifier + "\"");
  }

  @Test
  void namesAreSpelledAsSomebodyCallsThem() {
    Message message =
        Message.of(API, ", ", new RecordSet.Group(API, RecordType.A), " in example.com");

    assertThat(message.text(name -> name.relativeTo(DomainName.of("example.com"))))
        .isEqualTo("api, api A in example.com");
  }
}
