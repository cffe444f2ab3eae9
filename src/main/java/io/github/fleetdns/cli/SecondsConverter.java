package io.github.fleetdns.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time with its unit, {@code 30s}, {@code 5m} or {@code 1h}, in seconds. */
final class SecondsConverter implements ITypeConverter<Long> {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(s|m|min|h)?");

  @Override
  public Long convert(String text) {
    Matcher time = TIME.matcher(text.trim());
    if (!time.matches()) {
      throw new TypeConversionException("\"" + text + "\" is no time; write 30s, 5m or 1h");
    }
    long number = Long.parseLong(time.group(1));
    String unit = time.group(2);
    if (unit == null && number != 0) {
      throw new TypeConversionException(
          "\"" + text + "\" has no unit; write " + number + "s or " + number + "m");
    }
    return number * (unit == null || unit.equals("s") ? 1 : unit.equals("h") ? 3600 : 60);
  }
}
