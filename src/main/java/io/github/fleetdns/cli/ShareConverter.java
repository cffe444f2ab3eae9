package io.github.fleetdns.cli;

import io.github.fleetdns.traffic.ClientsFile;
import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import picocli.CommandLine;

/** Reads {@code 0.9} or {@code 90%}, exactly. */
final class ShareConverter implements CommandLine.ITypeConverter<BigFraction> {
  @Override
  public BigFraction convert(String text) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1).strip() : text;
    BigFraction value = positive(number, "a share such as 0.9 or 90%", text);
    return percent ? value.divide(100) : value;
  }

  /** A number of at least 0, exactly. */
  static BigFraction positive(String number, String what, String text) {
    if (!number.matches("\\d{1,15}(\\.\\d{1,15})?")) {
      throw new CommandLine.TypeConversionException("\"" + text + "\" is not " + what);
    }
    return ClientsFile.exact(new BigDecimal(number));
  }
}
