package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names of zones: as the input says or, for a zone that is elsewhere and given by its id alone,
 * the longest that all its records have in common.
 */
final class ZoneNames {
  /** Stands for a name that nothing tells (RFC 2606 keeps {@code invalid} free). */
  static final DomainName UNKNOWN = DomainName.of("unknown.invalid");

  private ZoneNames() {}

  /** The name of the zone, and a problem if it had to be inferred. */
  static DomainName of(ZoneDraft zone, Resources resources) {
    Node written =
        zone.resource
            .map(resource -> resources.follow(resource.get("name")))
            .orElse(Node.Scalar.NOTHING);
    Optional<String> text = written.text().or(() -> mark(zone));
    if (text.isPresent()) {
      try {
        return DomainName.of(text.get());
      } catch (InvalidNameException e) {
        zone.wrong(written.at(), "the zone's name is none: " + e.getMessage());
        return UNKNOWN;
      }
    }
    Optional<DomainName> inferred = inferred(zone);
    DomainName name = inferred.orElseGet(() -> standIn(zone));
    String says =
        inferred.isPresent()
            ? "is inferred from its records: "
            : "cannot be inferred from its records, which stand below ";
    zone.problems.add(
        Problem.warning(
            zone.at,
            ReadRules.INFERRED,
            "the input does not have the name of zone "
                + zone.id
                + "; it "
                + says
                + name
                + "; to be sure, add a data source aws_route53_zone for it"));
    return name;
  }

  /** What fleetdns writes beside the look-up of a zone by its id. */
  private static Optional<String> mark(ZoneDraft zone) {
    return zone.resource.flatMap(r -> r.mark().get("name").text());
  }

  private static Optional<DomainName> inferred(ZoneDraft zone) {
    Optional<List<String>> common = Optional.empty();
    for (Resource record : zone.records) {
      Optional<String> name = record.get("fqdn").text().or(record.get("name")::text);
      List<String> labels =
          name.map(DomainName::spelled)
              .filter(n -> n.contains("."))
              .map(n -> Arrays.asList(n.split("\\.")))
              .orElse(List.of());
      if (labels.size() > 2) {
        // No name of a record alone says that it is the apex; at least one label is in front.
        List<String> above = labels.subList(1, labels.size());
        common = Optional.of(common.map(so -> commonEnd(so, above)).orElse(above));
      }
    }
    return common.filter(labels -> labels.size() > 1).flatMap(ZoneNames::name);
  }

  private static List<String> commonEnd(List<String> a, List<String> b) {
    int length = 0;
    while (length < Math.min(a.size(), b.size())
        && a.get(a.size() - 1 - length).equals(b.get(b.size() - 1 - length))) {
      length++;
    }
    return a.subList(a.size() - length, a.size());
  }

  private static DomainName standIn(ZoneDraft zone) {
    String id = zone.id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String label = id.replaceAll("^-|-$", "");
    return name(List.of(label.substring(0, Math.min(60, label.length())), "invalid"))
        .orElse(UNKNOWN);
  }

  private static Optional<DomainName> name(List<String> labels) {
    try {
      return Optional.of(DomainName.of(String.join(".", labels)));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
