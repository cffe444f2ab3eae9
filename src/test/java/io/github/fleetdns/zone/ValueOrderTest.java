package io.github.fleetdns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ValueOrderTest {
  @Test
  void digitsCountAsNumbers() {
    assertThat(new Content.Values(60, List.of("10.0.0.10", "10.0.0.9", "9.0.0.1")).values())
        .containsExactly("9.0.0.1", "10.0.0.9", "10.0.0.10");
    assertThat(new Content.Values(60, List.of("10 b.", "5 c.", "10 a.")).values())
        .containsExactly("5 c.", "10 a.", "10 b.");
  }

  @Test
  void numbersMayBeLongerThanAnyMachineWord() {
    assertThat(ValueOrder.INSTANCE.compare("\"99999999999999999999\"", "\"100000000000000000000\""))
        .isNegative();
  }

  @Test
  void positionsSayWhereEachValueWasWritten() {
    assertThat(ValueOrder.positions(List.of("c", "a", "b", "a"))).containsExactly(1, 3, 2, 0);
  }

  @Property
  void whatComesBeforeTheMiddleComesBeforeTheEnd(
      @ForAll @AlphaChars @CharRange(from = '0', to = '1') @StringLength(max = 4) String one,
      @ForAll @AlphaChars @CharRange(from = '0', to = '1') @StringLength(max = 4) String other,
      @ForAll @AlphaChars @CharRange(from = '0', to = '1') @StringLength(max = 4) String third) {
    List<String> ordered = List.of(one, other, third).stream().sorted(ValueOrder.INSTANCE).toList();
    assertThat(ValueOrder.INSTANCE.compare(ordered.get(0), ordered.get(2))).isNotPositive();
    assertThat(ValueOrder.INSTANCE.compare(ordered.get(0), ordered.get(1))).isNotPositive();
  }

  @Property
  void differentValuesHaveAnOrderThatIsTheSameBothWays(
      @ForAll @AlphaChars @CharRange(from = '0', to = '1') @StringLength(max = 4) String one,
      @ForAll @AlphaChars @CharRange(from = '0', to = '1') @StringLength(max = 4) String other) {
    int order = ValueOrder.INSTANCE.compare(one, other);
    assertThat(order == 0).isEqualTo(one.equals(other));
    assertThat(Integer.signum(ValueOrder.INSTANCE.compare(other, one)))
        .isEqualTo(-Integer.signum(order));
  }
}
