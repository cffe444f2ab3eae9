package io.github.fleetdns.dns;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** What names and answers are called where they are counted. */
final class Labels {
  private static final int SHOWN = 3;

  private Labels() {}

  /** A name, in lower case without the final dot. */
  static String of(Name name) {
    return name.equals(Name.root) ? "." : name.toString(true).toLowerCase(Locale.ROOT);
  }

  /** The values of an answer; only the first of many. */
  static String of(List<List<Record>> units, int pick) {
    List<Record> records = units.stream().flatMap(List::stream).toList();
    String values =
        records.stream().limit(SHOWN).map(Labels::value).collect(Collectors.joining(", "));
    String rest = records.size() > SHOWN ? ", … (" + records.size() + " values)" : "";
    return (pick < units.size() ? pick + " of " : "") + values + rest;
  }

  private static String value(Record record) {
    String value = record.rdataToString();
    return record.getType() == Type.CNAME ? "CNAME " + value : value;
  }
}
