package io.github.fleetdns.cli;

import io.github.fleetdns.traffic.ClientsFile;
import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import picocli.CommandLine;

/**
 * Reads {@code 0.9} or {@code 90%}, exactly. A number without a sign that may as well be meant as
 * one of percent is refused: a gate of 9,000 % never fires.
 */
class ShareConverter implements CommandLine.ITypeConverter<BigFraction> {
  @Override
  public BigFraction convert(String text) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1).strip() : text;
    BigFraction value = positive(number, "a share such as 0.9 or 90%", text);
    if (!percent && value.compareTo(doubtful()) >= 0) {
      throw new CommandLine.TypeConversionException(
          "\""
              + text
              + "\" may be meant as "
              + text
              + " %; write "
              + text
              + "%, or the share with"
              + " its sign, as in "
              + hundredfold(value)
              + "%");
    }
    return percent ? value.divide(100) : value;
  }

  /** From here on a number is hardly meant as a share. */
  BigFraction doubtful() {
    return BigFraction.of(2);
  }

  private static String hundredfold(BigFraction value) {
    return BigDecimal.valueOf(value.multiply(100).doubleValue())
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A part of a whole, which is never more than that. */
  static final class OfWhole extends ShareConverter {
    @Override
    BigFraction doubtful() {
      return BigFraction.ONE;
    }
  }

  /** A number of at least 0, exactly. */
  static BigFraction positive(String number, String what, String text) {
    if (!number.matches("\\d{1,15}(\\.\\d{1,15})?")) {
      throw new CommandLine.TypeConversionException("\"" + text + "\" is not " + what);
    }
    return ClientsFile.exact(new BigDecimal(number));
  }
}
