package io.github.fleetdns.compile;

import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.RecordSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the compiler has made of a fleet so far. */
final class ZoneParts {
  private final List<RecordSet> recordSets = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private final Map<String, CidrCollection> cidrCollections = new LinkedHashMap<>();

  void add(RecordSet set, Origin origin) {
    recordSets.add(set);
    origins.add(origin);
  }

  void add(CidrCollection collection) {
    cidrCollections.put(collection.name(), collection);
  }

  List<RecordSet> recordSets() {
    return recordSets;
  }

  List<Origin> origins() {
    return origins;
  }

  List<CidrCollection> cidrCollections() {
    return List.copyOf(cidrCollections.values());
  }
}
