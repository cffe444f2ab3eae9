package io.github.fleetdns.config;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.IpAddress;
import java.util.List;
import java.util.Optional;

/** Domain names of a fleet file, and what is wrong with them. */
final class Names {
  /** Stands for the zone's name while that is missing or wrong. */
  static final DomainName UNKNOWN_ZONE = DomainName.of("unknown.invalid");

  /** Where records stand whose names are none. */
  private static final DomainName UNNAMED = DomainName.of("unnamed.invalid");

  private final List<Problem> problems;

  Names(List<Problem> problems) {
    this.problems = problems;
  }

  /** Reads a name; what is wrong with it is a problem of the rule. */
  Optional<DomainName> read(String text, Location at, String rule) {
    try {
      return Optional.of(DomainName.of(text));
    } catch (InvalidNameException e) {
      error(at, e.rule().equals("name-length") ? e.rule() : rule, e.reason());
      return Optional.empty();
    }
  }

  /** Reads the name of a zone. */
  Optional<DomainName> zone(String text, Location at) {
    if (text.contains(":") || IpAddress.parse(text).isPresent()) {
      error(
          at,
          "zone-name",
          "\"" + shorten(text) + "\" is no domain name; write one such as aiapp.example.com");
      return Optional.empty();
    }
    return read(text, at, "zone-name");
  }

  /** A name, absolute, for a record whose own is none. */
  static String standIn(int record) {
    return "name-" + record + "." + UNNAMED + ".";
  }

  /** A name as the file's reader knows it: without what stands for something that is missing. */
  static String spelled(DomainName name) {
    if (name.isWithin(UNNAMED)) {
      return "";
    }
    return name.isWithin(UNKNOWN_ZONE) ? name.relativeTo(UNKNOWN_ZONE) : name.toString();
  }

  /** Whether the key is the name of a record or service of the zone. */
  boolean fits(YamlNode.Entry entry, DomainName zone) {
    boolean known = !zone.equals(UNKNOWN_ZONE);
    String text = entry.key();
    if (text.isEmpty() || text.equals(".")) {
      error(entry.keyLocation(), "name-empty", "the name is empty; the zone itself is \"@\"");
      return false;
    }
    try {
      if (!text.equals(PlainRecord.APEX)) {
        DomainName.of(text);
      }
      DomainName name = FleetCompiler.nameOf(text, zone);
      if (known && !name.isWithin(zone)) {
        error(
            entry.keyLocation(),
            "name-outside-zone",
            "\""
                + shorten(text)
                + "\" is outside the zone "
                + zone
                + "; a zone has only its own name (\"@\") and names below it");
        return false;
      }
      boolean relative = !text.endsWith(".") && !text.equals(PlainRecord.APEX);
      if (known && relative && DomainName.of(text).isWithin(zone)) {
        String front = DomainName.of(text).relativeTo(zone);
        error(
            entry.keyLocation(),
            "name-repeats-zone",
            "names are relative to the zone, so this would be "
                + name
                + "; write \""
                + (front.isEmpty() ? PlainRecord.APEX : front)
                + "\"");
        return false;
      }
      return true;
    } catch (InvalidNameException e) {
      error(entry.keyLocation(), e.rule(), e.reason());
      return false;
    }
  }

  private void error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
  }

  /** A text that may be long, for a message. */
  static String shorten(String text) {
    return text.length() <= 70 ? text : text.substring(0, 67) + "…";
  }
}
