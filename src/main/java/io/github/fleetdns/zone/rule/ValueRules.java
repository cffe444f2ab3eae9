package io.github.fleetdns.zone.rule;

import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.ReservedAddresses;
import io.github.fleetdns.zone.ValueFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rules about single values. */
final class ValueRules {
  private static final int MAX_LENGTH = 4000;

  private static final Pattern SINGLE_LABEL = Pattern.compile("[A-Za-z0-9_-]*[A-Za-z_][\\w-]*");

  /** Texts of which one at a name counts, and how they begin. */
  private static final Map<String, Pattern> TEXT_POLICIES =
      new TreeMap<>(
          Map.of(
              "SPF", Pattern.compile("v=spf1(?: |$)", Pattern.CASE_INSENSITIVE),
              "DMARC", Pattern.compile("v\\s*=\\s*DMARC1\\s*(?:;|$)")));

  static final List<Rule> ALL =
      List.of(
          Rule.error(
                  "value-format",
                  "A value fits its record type.",
                  Basis.of("types"),
                  (zone, report) -> eachValue(zone, report, ValueRules::format))
              .needing(Need.VALUES),
          Rule.error(
                  "value-length",
                  "A value has at most 4,000 characters.",
                  Basis.of("r12"),
                  (zone, report) -> eachValue(zone, report, ValueRules::length))
              .needing(Need.VALUES),
          Rule.warning(
                  "value-address",
                  "A value that is the name of a host is no IP address.",
                  Basis.of("types").and("RFC 1035 section 3.3, RFC 2181 section 10.3"),
                  (zone, report) -> eachValue(zone, report, ValueRules::addressAsName))
              .needing(Need.VALUES),
          Rule.warning(
                  "value-relative",
                  "A value that is a name is a whole name.",
                  Basis.of("value-names"),
                  ValueRules::singleLabels)
              .needing(Need.VALUES, Need.ZONE_NAME),
          Rule.warning(
                  "text-once",
                  "A name has one SPF text and one DMARC text.",
                  Basis.of("types").and("RFC 7208 section 4.5, RFC 7489 section 6.6.3"),
                  ValueRules::policiesTwice)
              .needing(Need.VALUES),
          Rule.warning(
                  "value-duplicate",
                  "A record set names each value once.",
                  Basis.of("terraform-set"),
                  ValueRules::duplicates)
              .needing(Need.VALUES),
          Rule.warning(
                  "address-reserved",
                  "A public zone names addresses that the public internet can reach.",
                  Basis.of("check-addresses").and("IANA special-purpose address registries"),
                  ValueRules::reservedInPublic)
              .needing(Need.VALUES));

  private ValueRules() {}

  private interface ValueCheck {
    Optional<String> complaint(RecordSet set, String value);
  }

  private static void eachValue(ZoneIndex zone, Rule.Report report, ValueCheck check) {
    RecordSetRules.each(
        zone,
        (set, subject) -> {
          for (int i = 0; i < set.values().size(); i++) {
            Subject.Value value = new Subject.Value(subject.index(), i);
            check
                .complaint(set, set.values().get(i))
                .ifPresent(message -> report.add(value, message));
          }
        });
  }

  private static Optional<String> format(RecordSet set, String value) {
    if (value.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return ValueFormat.complaint(set.type(), value)
        .map(
            reason ->
                quoted(value)
                    + " is no "
                    + set.type()
                    + " value"
                    + (reason.isEmpty() ? "" : " (" + reason + ")")
                    + "; expected "
                    + ValueFormat.expected(set.type()));
  }

  private static Optional<String> length(RecordSet set, String value) {
    return value.length() <= MAX_LENGTH
        ? Optional.empty()
        : Optional.of(
            "the value has "
                + value.length()
                + " characters with its quotes, the limit is "
                + MAX_LENGTH);
  }

  private static Optional<String> addressAsName(RecordSet set, String value) {
    return switch (set.type()) {
      case CNAME, MX, NS, PTR, SRV ->
          IpAddress.parse(lastWord(value))
              .map(
                  address ->
                      address
                          + " is an IP address; resolvers take what "
                          + set.type()
                          + " points to for a name, and find nothing. Give a name "
                          + address.recordType()
                          + " records, and point to it");
      default -> Optional.empty();
    };
  }

  /**
   * A name without a dot is that of a top-level domain, whoever reads it. Of an endpoint it is said
   * once, however many routes lead there.
   */
  private static void singleLabels(ZoneIndex zone, Rule.Report report) {
    Set<String> said = new HashSet<>();
    RecordSetRules.each(
        zone,
        (set, subject) -> {
          for (int i = 0; i < set.values().size(); i++) {
            String label = lastWord(set.values().get(i));
            if (pointsToName(set.type())
                && SINGLE_LABEL.matcher(label).matches()
                && ValueFormat.complaint(set.type(), set.values().get(i)).isEmpty()
                && isNews(label, set, said)) {
              report.add(
                  new Subject.Value(subject.index(), i),
                  quoted(label),
                  " is a whole name to Route 53, that of a top-level domain; write \"",
                  zone.name().prepend(label),
                  "\", or \"" + label + ".\" if you mean that");
            }
          }
        });
  }

  private static boolean isNews(String label, RecordSet set, Set<String> said) {
    return said.add(label) || set.routing().isEmpty();
  }

  private static boolean pointsToName(RecordType type) {
    return switch (type) {
      case CNAME, MX, NS, PTR, SRV -> true;
      default -> false;
    };
  }

  private static String lastWord(String value) {
    return value.substring(value.lastIndexOf(' ') + 1);
  }

  private static void policiesTwice(ZoneIndex zone, Rule.Report report) {
    RecordSetRules.each(
        zone,
        (set, subject) -> {
          if (set.type() == RecordType.TXT) {
            TEXT_POLICIES.forEach(
                (name, begin) -> {
                  List<Integer> found =
                      IntStream.range(0, set.values().size())
                          .filter(i -> begins(set.values().get(i), begin))
                          .boxed()
                          .toList();
                  if (found.size() > 1) {
                    report.add(
                        new Subject.Value(subject.index(), found.get(1)),
                        set.key(),
                        " has ",
                        found.size(),
                        " ",
                        name,
                        " texts, and receivers of mail then take none of them for valid; make them"
                            + " one");
                  }
                });
          }
        });
  }

  private static boolean begins(String value, Pattern begin) {
    return CharacterStrings.split(value).isPresent()
        && begin.matcher(CharacterStrings.decode(value)).lookingAt();
  }

  /** Inside a private zone, private addresses are what one wants. */
  private static void reservedInPublic(ZoneIndex zone, Rule.Report report) {
    if (!zone.zone().isPrivate()) {
      eachValue(zone, report, ValueRules::reserved);
    }
  }

  private static Optional<String> reserved(RecordSet set, String value) {
    if (set.type() != RecordType.A && set.type() != RecordType.AAAA) {
      return Optional.empty();
    }
    return IpAddress.parse(value)
        .filter(address -> address.recordType() == set.type())
        .flatMap(ReservedAddresses::purposeOf)
        .map(
            purpose ->
                value
                    + " is reserved for "
                    + purpose
                    + ": clients on the internet cannot reach it. Fine as a placeholder or inside"
                    + " one network; otherwise this publishes an internal address by mistake");
  }

  private static void duplicates(ZoneIndex zone, Rule.Report report) {
    RecordSetRules.each(
        zone,
        (set, subject) -> {
          Set<Object> seen = new HashSet<>();
          for (int i = 0; i < set.values().size(); i++) {
            String value = set.values().get(i);
            Object same = IpAddress.parse(value).<Object>map(address -> address).orElse(value);
            if (!seen.add(same)) {
              report.add(
                  new Subject.Value(subject.index(), i),
                  quoted(value),
                  " stands twice in ",
                  set.key(),
                  "; remove one");
            }
          }
        });
  }

  /** The domain name that a value consists of, if it is one. */
  static Optional<DomainName> nameIn(String value) {
    try {
      return Optional.of(DomainName.of(value));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  /** In quotes, unless it brings its own. */
  private static String quoted(String value) {
    return value.contains("\"") ? shorten(value) : "\"" + shorten(value) + "\"";
  }

  private static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }
}
