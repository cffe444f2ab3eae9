package io.github.fleetdns.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields that the values of a type consist of.
 *
 * @param fields how many there are
 * @param more whether more may follow
 * @param firstNumber the position of the first field that is a number
 * @param numbers how many fields are numbers, from there on
 */
record ValueLayout(int fields, boolean more, int firstNumber, int numbers) {

  static ValueLayout of(RecordType type) {
    return switch (type) {
      case CAA -> new ValueLayout(3, false, 0, 1);
      case DS -> new ValueLayout(4, false, 0, 3);
      case HTTPS, SVCB -> new ValueLayout(2, true, 0, 1);
      case MX -> new ValueLayout(2, false, 0, 1);
      case NAPTR -> new ValueLayout(6, false, 0, 2);
      case SOA -> new ValueLayout(7, false, 2, 5);
      case SRV -> new ValueLayout(4, false, 0, 3);
      case SSHFP -> new ValueLayout(3, false, 0, 2);
      case TLSA -> new ValueLayout(4, true, 0, 3);
      case A, AAAA, CNAME, NS, PTR, SPF, TXT -> new ValueLayout(1, false, 0, 0);
    };
  }

  /**
   * The fields of a value; what stands in quotes belongs to the field it stands in, spaces too.
   * Empty if a quote is never closed.
   */
  static Optional<List<String>> split(String value) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' && !quoted) {
        addTo(fields, field);
        continue;
      }
      quoted ^= c == '"';
      field.append(c);
      if (c == '\\' && i + 1 < value.length()) {
        field.append(value.charAt(++i));
      }
    }
    addTo(fields, field);
    return quoted ? Optional.empty() : Optional.of(fields);
  }

  private static void addTo(List<String> fields, StringBuilder field) {
    if (!field.isEmpty()) {
      fields.add(field.toString());
      field.setLength(0);
    }
  }

  /** Why a value does not have this layout; empty if it does. */
  Optional<String> complaint(String value) {
    Optional<Integer> odd = value.chars().filter(c -> c < 0x20 || c > 0x7e).boxed().findFirst();
    if (odd.isPresent()) {
      return Optional.of(
          String.format("U+%04X is not printable ASCII; names are written in Punycode", odd.get()));
    }
    Optional<List<String>> split = split(value);
    return split.isPresent() ? complaint(split.get()) : Optional.of("a quote is never closed");
  }

  private Optional<String> complaint(List<String> given) {
    for (String field : given) {
      String bare = field.replaceAll("\"[^\"]*\"", "");
      if (bare.matches(".*[;()].*") || field.equals("\\#")) {
        return Optional.of("comments, parentheses and \\# of zone files do not belong here");
      }
      if (field.equals("@")) {
        return Optional.of("@ has no meaning in a value; write the name out");
      }
    }
    if (given.size() < fields || (given.size() > fields && !more)) {
      String instead = more ? " instead of at least " : " instead of ";
      String count = given.size() == 1 ? "1 field" : given.size() + " fields";
      return Optional.of(given.isEmpty() ? "it is empty" : "it has " + count + instead + fields);
    }
    return given.subList(firstNumber, firstNumber + numbers).stream()
        .filter(field -> !field.matches("\\d{1,10}"))
        .map(field -> field + " stands where a whole number from 0 belongs")
        .findFirst();
  }
}
