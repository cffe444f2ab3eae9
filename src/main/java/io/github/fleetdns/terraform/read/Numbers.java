package io.github.fleetdns.terraform.read;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers of Terraform, which may also be written as texts. */
final class Numbers {
  private static final int MAX_LENGTH = 40;
  private static final int MAX_DIGITS = 1_000;

  private Numbers() {}

  /** Whether a number can be written out: 1e999999999 has as many digits. */
  static boolean isWritable(BigDecimal number) {
    return number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS;
  }

  static OptionalLong whole(Node node) {
    try {
      Optional<BigDecimal> number = decimal(node);
      return number.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(number.get().longValueExact());
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  static OptionalInt integer(Node node) {
    OptionalLong number = whole(node);
    return number.isEmpty() || number.getAsLong() != (int) number.getAsLong()
        ? OptionalInt.empty()
        : OptionalInt.of((int) number.getAsLong());
  }

  static OptionalDouble real(Node node) {
    Optional<String> text = node.text();
    try {
      return text.isPresent()
          ? OptionalDouble.of(Double.parseDouble(text.get()))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Bounded: a short text such as 1e999999999 must not become a number of as many digits. */
  private static Optional<BigDecimal> decimal(Node node) {
    try {
      return node.text()
          .filter(text -> text.length() <= MAX_LENGTH)
          .map(String::strip)
          .map(BigDecimal::new)
          .filter(number -> Math.abs((long) number.scale()) <= MAX_LENGTH);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
