package io.github.fleetdns.config;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A zone file of octoDNS in YAML, as the record sets that its provider for Route 53 makes of it.
 *
 * <p>Source: octoDNS's documentation of records and dynamic records, and what octodns-route53
 * leaves in Route 53. Last looked at: 2026-11-28.
 */
public final class OctodnsZone {
  private static final long DEFAULT_TTL = 3600;
  private final DomainName zone;
  private final List<Problem> problems;
  private final List<RecordSet> sets = new ArrayList<>();
  private final Map<String, HealthCheck> checks = new LinkedHashMap<>();

  private OctodnsZone(DomainName zone, List<Problem> problems) {
    this.zone = zone;
    this.problems = problems;
  }

  /** Whether a text is such a file: names whose records say what type they are of. */
  public static boolean isOne(String source, String text) {
    return YamlReader.read(source, text, new ArrayList<>())
        .filter(YamlNode.Mapping.class::isInstance)
        .map(root -> ((YamlNode.Mapping) root).entries())
        .filter(entries -> !entries.isEmpty())
        .filter(
            entries ->
                entries.stream()
                    .allMatch(
                        entry ->
                            records(entry.value()).stream()
                                .allMatch(record -> record.get("type").isPresent())))
        .isPresent();
  }

  /**
   * Reads a file.
   *
   * @param source what problems call it; it is named after the zone
   * @param problems takes what is wrong with it
   */
  public static Optional<HostedZone> read(String source, String text, List<Problem> problems) {
    Optional<YamlNode> root = YamlReader.read(source, text, problems);
    String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    String name = file.replaceFirst("\\.ya?ml$", "");
    Optional<DomainName> zone = Optional.empty();
    try {
      zone = Optional.of(DomainName.of(name)).filter(of -> of.labels().size() > 1);
    } catch (InvalidNameException e) {
      // What to do is the same as for a name that is too short.
    }
    if (zone.isEmpty()) {
      problems.add(
          Problem.error(
              Location.startOf(source),
              "octodns-zone",
              "octoDNS calls the file after its zone, such as example.com.yaml; name it so"));
    }
    if (root.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    OctodnsZone reader = new OctodnsZone(zone.get(), problems);
    for (YamlNode.Entry entry : ((YamlNode.Mapping) root.get()).entries()) {
      records(entry.value()).forEach(record -> reader.record(entry, record));
    }
    return Optional.of(
        new HostedZone(
            zone.get(),
            "",
            Map.of(),
            new Visibility.Public(),
            reader.sets,
            reader.checks,
            List.of()));
  }

  private static List<YamlFields> records(YamlNode node) {
    return node instanceof YamlNode.Sequence sequence
        ? sequence.items().stream().map(YamlFields::of).toList()
        : List.of(YamlFields.of(node));
  }

  private void record(YamlNode.Entry entry, YamlFields record) {
    String written = record.text("type").orElse("").replaceFirst("^Route53Provider/", "");
    Optional<RecordType> type = RecordType.named(written);
    if (type.isEmpty()) {
      error(
          record.at("type"),
          "octodns-type",
          "Route 53 has no records of type \"" + written + "\"; octoDNS skips them there");
      return;
    }
    try {
      DomainName name =
          entry.key().isEmpty() || entry.key().equals("@") ? zone : zone.prepend(entry.key());
      long ttl = record.integer("ttl", 0, RecordSet.MAX_TTL).orElse(DEFAULT_TTL);
      List<String> values = values(type.get(), record);
      if (record.get("dynamic").isPresent()) {
        new OctodnsDynamic(zone, name, type.get(), ttl, record, checks, problems).add(values, sets);
      } else if (values.isEmpty()) {
        error(entry.keyLocation(), "octodns-value", "the record has no value; give it one");
      } else {
        sets.add(RecordSet.simple(name, type.get(), ttl, values));
      }
      if (record.get("geo").isPresent()) {
        error(
            record.at("geo"),
            "octodns-geo",
            "geo is what octoDNS had before dynamic records, and no longer has; write it as dynamic");
      }
    } catch (InvalidNameException e) {
      error(entry.keyLocation(), e.rule(), e.reason());
    }
  }

  private List<String> values(RecordType type, YamlFields record) {
    List<YamlNode> nodes = new ArrayList<>();
    for (String key : List.of("value", "values")) {
      record
          .get(key)
          .ifPresent(
              node ->
                  nodes.addAll(
                      node instanceof YamlNode.Sequence list ? list.items() : List.of(node)));
    }
    return nodes.stream().map(node -> value(type, node)).toList();
  }

  /** A value in the form of zone files, from octoDNS's fields and with its escapes undone. */
  private static String value(RecordType type, YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      String text = scalar.text();
      return type == RecordType.TXT || type == RecordType.SPF
          ? CharacterStrings.encode(text.replace("\\;", ";"))
          : text;
    }
    YamlFields fields = YamlFields.of(node);
    List<String> keys =
        switch (type) {
          case MX -> List.of("preference|priority", "exchange|value");
          case SRV -> List.of("priority", "weight", "port", "target");
          case CAA -> List.of("flags", "tag", "\"value");
          case SSHFP -> List.of("algorithm", "fingerprint_type", "fingerprint");
          case NAPTR ->
              List.of("order", "preference", "\"flags", "\"service", "\"regexp", "replacement");
          case DS -> List.of("key_tag", "algorithm", "digest_type", "digest");
          case TLSA ->
              List.of(
                  "certificate_usage", "selector", "matching_type", "certificate_association_data");
          case HTTPS, SVCB -> List.of("svcpriority", "targetname", "svcparams");
          default -> List.of("value");
        };
    return keys.stream().map(key -> field(fields, key)).collect(Collectors.joining(" "));
  }

  private static String field(YamlFields fields, String key) {
    boolean quoted = key.startsWith("\"");
    String text = "";
    for (String one : (quoted ? key.substring(1) : key).split("\\|", -1)) {
      text =
          fields
              .get(one)
              .filter(YamlNode.Scalar.class::isInstance)
              .map(node -> ((YamlNode.Scalar) node).text())
              .orElse(text);
    }
    return quoted ? "\"" + text + "\"" : text.isEmpty() && key.equals("flags") ? "0" : text;
  }

  private void error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
  }
}
