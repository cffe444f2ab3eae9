package io.github.fleetdns.config;

import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.ValueOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The {@code records:} of a fleet file, and where their parts stand. */
final class RecordsReader {
  private final YamlFields section;
  private final Names names;
  private final List<Problem> problems;
  private final List<Location> keys = new ArrayList<>();
  private final List<List<Location>> values = new ArrayList<>();
  private final Set<Integer> unnamed = new HashSet<>();

  RecordsReader(YamlFields root, Names names, List<Problem> problems) {
    this.problems = problems;
    this.section = root.map("records");
    this.names = names;
  }

  /** Reads the records of a zone. */
  List<PlainRecord> read(DomainName zone) {
    List<PlainRecord> records = new ArrayList<>();
    for (YamlNode.Entry name : section.entries()) {
      boolean valid = names.fits(name, zone);
      // The values of a record with an impossible name are judged all the same.
      String standIn = Names.standIn(records.size());
      for (YamlNode.Entry type : YamlFields.of(name.value()).entries()) {
        Optional<RecordType> known = RecordType.named(type.key());
        if (known.isPresent()) {
          if (!valid) {
            unnamed.add(records.size());
          }
          records.add(record(valid ? name.key() : standIn, known.get(), type));
        }
      }
    }
    return records;
  }

  private PlainRecord record(String name, RecordType type, YamlNode.Entry entry) {
    boolean detailed = entry.value() instanceof YamlNode.Mapping;
    List<YamlNode.Scalar> given =
        detailed
            ? YamlFields.of(entry.value()).textList("values")
            : YamlFields.texts(entry.value());
    if (type == RecordType.TXT || type == RecordType.SPF) {
      given.forEach(this::warnOfPasted);
    }
    keys.add(entry.keyLocation());
    values.add(given.stream().map(YamlNode.Scalar::location).toList());
    return new PlainRecord(
        name,
        type,
        detailed
            ? YamlFields.of(entry.value()).integer("ttl", 0, RecordSet.MAX_TTL)
            : OptionalLong.empty(),
        given.stream().map(YamlNode.Scalar::text).toList());
  }

  /** Reads the record sets that are written as Route 53 holds them, behind the records. */
  List<RecordSet> readSets(YamlFields root, DomainName zone, List<Problem> problems) {
    List<RecordSet> sets = new ArrayList<>();
    for (YamlNode item : root.get("record-sets").map(YamlFields::items).orElse(List.of())) {
      YamlFields fields = YamlFields.of(item);
      Optional<YamlNode.Entry> name =
          fields
              .text("name")
              .map(text -> new YamlNode.Entry(text, fields.at("name"), item))
              .filter(entry -> names.fits(entry, zone));
      Optional<RecordSet> set =
          name.flatMap(
              entry ->
                  RecordSetReader.read(
                      fields, FleetCompiler.nameOf(entry.key(), zone), zone, problems));
      if (set.isPresent()) {
        sets.add(set.get());
        keys.add(fields.at("name"));
        // The values of a record set are in their own order.
        List<String> given = fields.textList("values").stream().map(YamlNode.Scalar::text).toList();
        List<Location> places =
            fields.textList("values").stream().map(YamlNode.Scalar::location).toList();
        values.add(
            set.get().alias().isPresent()
                ? List.of()
                : ValueOrder.positions(given).stream().map(places::get).toList());
      }
    }
    return sets;
  }

  private void warnOfPasted(YamlNode.Scalar text) {
    PastedText.meant(text.text())
        .ifPresent(
            meant ->
                problems.add(
                    Problem.warning(
                        text.location(),
                        "text-escaped",
                        "texts are published as they stand: "
                            + PastedText.shown(text.text())
                            + "; this seems to be escaped for another tool, and to mean: "
                            + PastedText.shown(meant))));
  }

  /** Where the record at a position stands. */
  Location key(int record) {
    return keys.get(record);
  }

  /** Where a value of the record at a position stands. */
  Location value(int record, int value) {
    return values.get(record).get(value);
  }

  /** Whether the name of the record at a position is none, and a stand-in was put in its place. */
  boolean isUnnamed(int record) {
    return unnamed.contains(record);
  }
}
