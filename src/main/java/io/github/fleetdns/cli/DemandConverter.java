package io.github.fleetdns.cli;

import org.apache.commons.numbers.fraction.BigFraction;
import picocli.CommandLine;

/** Reads requests per second, exactly. */
final class DemandConverter implements CommandLine.ITypeConverter<BigFraction> {
  @Override
  public BigFraction convert(String text) {
    BigFraction value =
        ShareConverter.positive(text, "a number of requests per second, such as 1200", text);
    if (value.signum() == 0) {
      throw new CommandLine.TypeConversionException("a demand is above 0");
    }
    return value;
  }
}
