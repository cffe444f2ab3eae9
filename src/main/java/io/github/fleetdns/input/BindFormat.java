package io.github.fleetdns.input;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SPFRecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Zone files as BIND has them (RFC 1035 section 5). Other files are not included, and what is
 * generated is bounded: a zone file is data, not a program.
 */
final class BindFormat implements Format {
  private static final int MOST_GENERATED = 10_000;
  private static final Pattern ZONE_FILE =
      Pattern.compile("(?mi)^(?:\\$(?:ORIGIN|TTL|GENERATE|INCLUDE)\\s|[^;\\n]*\\sSOA\\s)");
  private static final Pattern INCLUDE = Pattern.compile("(?mi)^\\$INCLUDE\\s");
  private static final Pattern GENERATE = Pattern.compile("(?mi)^\\$GENERATE\\s+(\\d+)-(\\d+)");
  private static final Pattern PLACE = Pattern.compile("^[^:]*:(\\d+): (.*)$", Pattern.DOTALL);
  private static final Pattern DECIMAL = Pattern.compile("\\\\(\\d{3})");

  @Override
  public boolean recognises(Text text) {
    return !text.isNamedJson()
        && !text.beginsLikeJson()
        && !text.name().endsWith(".yaml")
        && !text.name().endsWith(".yml")
        && ZONE_FILE.matcher(text.content()).find();
  }

  @Override
  public Input read(Text text) {
    List<Problem> problems = new ArrayList<>();
    refuse(text, problems);
    Optional<HostedZone> zone = problems.isEmpty() ? parse(text, problems) : Optional.empty();
    return BareZones.of(text.name(), zone, problems);
  }

  private static void refuse(Text text, List<Problem> problems) {
    Matcher include = INCLUDE.matcher(text.content());
    while (include.find()) {
      problems.add(
          Problem.error(
              at(text, include.start()),
              "zone-file-include",
              "other files are not included; put their text here"));
    }
    Matcher generate = GENERATE.matcher(text.content());
    while (generate.find()) {
      long first = number(generate.group(1));
      long last = number(generate.group(2));
      if (last - first >= MOST_GENERATED) {
        problems.add(
            Problem.error(
                at(text, generate.start()),
                "zone-file-generate",
                "more than "
                    + MOST_GENERATED
                    + " records would be generated, as many as a zone has at most; narrow the"
                    + " range"));
      }
    }
  }

  private static long number(String digits) {
    return digits.length() > 15 ? Long.MAX_VALUE / 2 : Long.parseLong(digits);
  }

  private static Location at(Text text, int offset) {
    long line = text.content().substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    return new Location(text.name(), (int) line, 1);
  }

  private static Optional<HostedZone> parse(Text text, List<Problem> problems) {
    List<Record> records = new ArrayList<>();
    byte[] bytes = text.content().getBytes(StandardCharsets.UTF_8);
    try (Master master = new Master(new ByteArrayInputStream(bytes), null, -1)) {
      master.disableIncludes();
      master.expandGenerate(true);
      for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
        records.add(record);
      }
    } catch (IOException | IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      Matcher place = PLACE.matcher(message);
      problems.add(
          Problem.error(
              place.matches()
                  ? new Location(text.name(), Integer.parseInt(place.group(1)), 1)
                  : Location.startOf(text.name()),
              "zone-file-syntax",
              "no zone file goes on like this: "
                  + (place.matches() ? place.group(2) : message)
                  + "; a zone file begins with $ORIGIN, or has absolute names"));
      return Optional.empty();
    }
    List<Name> apexes =
        records.stream().filter(r -> r.getType() == Type.SOA).map(Record::getName).toList();
    if (apexes.size() != 1) {
      problems.add(
          Problem.error(
              Location.startOf(text.name()),
              "zone-file-soa",
              "a zone has one SOA record, and this file has "
                  + (apexes.isEmpty() ? "none" : String.valueOf(apexes.size()))
                  + "; name one zone's file"));
      return Optional.empty();
    }
    return zone(text, apexes.get(0), records, problems);
  }

  private static Optional<HostedZone> zone(
      Text text, Name apex, List<Record> records, List<Problem> problems) {
    Map<String, List<Record>> groups = new LinkedHashMap<>();
    for (Record record : records) {
      groups
          .computeIfAbsent(
              record.getName().toString().toLowerCase(Locale.ROOT) + " " + record.getType(),
              key -> new ArrayList<>())
          .add(record);
    }
    List<RecordSet> sets = new ArrayList<>();
    Location start = Location.startOf(text.name());
    for (List<Record> group : groups.values()) {
      Record first = group.get(0);
      String typeName = Type.string(first.getType());
      Optional<RecordType> type = RecordType.named(typeName);
      try {
        DomainName name = DomainName.of(octal(first.getName().toString()));
        boolean own =
            first.getName().equals(apex)
                && (first.getType() == Type.SOA || first.getType() == Type.NS);
        if (type.isPresent() && !own) {
          sets.add(
              RecordSet.simple(
                  name,
                  type.get(),
                  first.getTTL(),
                  group.stream().map(BindFormat::value).distinct().toList()));
        } else if (!own) {
          problems.add(
              Problem.error(
                  start,
                  "zone-file-type",
                  name + " " + typeName + ": Route 53 has no records of this type"));
        }
      } catch (InvalidNameException e) {
        problems.add(Problem.error(start, e.rule(), e.reason()));
      }
    }
    return Optional.of(HostedZone.of(DomainName.of(octal(apex.toString())), sets));
  }

  /** Zone files write bytes in decimal, Route 53 in octal. */
  private static String octal(String name) {
    return DECIMAL
        .matcher(name)
        .replaceAll(
            byteOf ->
                Matcher.quoteReplacement(
                    String.format(Locale.ROOT, "\\%03o", Integer.parseInt(byteOf.group(1)))));
  }

  private static String value(Record record) {
    List<byte[]> strings =
        record instanceof TXTRecord text
            ? text.getStringsAsByteArrays()
            : record instanceof SPFRecord text ? text.getStringsAsByteArrays() : List.of();
    return strings.isEmpty()
        ? record.rdataToString()
        : strings.stream().map(BindFormat::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(byte[] bytes) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : bytes) {
      int c = b & 0xff;
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c < 0x20 || c > 0x7e) {
        out.append(String.format(Locale.ROOT, "\\%03o", c));
      } else {
        out.append((char) c);
      }
    }
    return out.append('"').toString();
  }
}
