package io.github.fleetdns.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Numbers as YAML's core schema writes them: decimal, {@code 0o17}, {@code 0x1f}, {@code .inf}. */
final class YamlNumbers {
  /** Longer ones are out of every range, and cost time that grows with the square of the length. */
  private static final int MAX_LENGTH = 100;

  private YamlNumbers() {}

  static BigInteger integer(YamlNode.Scalar scalar) {
    String text = scalar.text();
    if (text.length() > MAX_LENGTH) {
      BigInteger huge = BigInteger.TEN.pow(MAX_LENGTH);
      return text.startsWith("-") ? huge.negate() : huge;
    }
    if (text.startsWith("0o")) {
      return new BigInteger(text.substring(2), 8);
    }
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16);
    }
    return new BigInteger(text.startsWith("+") ? text.substring(1) : text);
  }

  static BigDecimal number(YamlNode.Scalar scalar) {
    if (scalar.type() == YamlNode.Scalar.Type.INTEGER) {
      return new BigDecimal(integer(scalar));
    }
    String text = scalar.text().toLowerCase(Locale.ROOT);
    // No schema of ours accepts infinity or "not a number"; any value out of every range will do.
    boolean unusual =
        text.contains("inf")
            || text.contains("nan")
            || text.length() > MAX_LENGTH
            || hugeExponent(text);
    return unusual ? BigDecimal.valueOf(-1).scaleByPowerOfTen(400) : new BigDecimal(text);
  }

  /** Arithmetic on 1e999999999 would write out its digits. */
  private static boolean hugeExponent(String text) {
    int exponent = text.indexOf('e');
    return exponent >= 0 && text.substring(exponent + 1).replaceFirst("[-+]?0*", "").length() > 3;
  }
}
