package io.github.fleetdns.terraform.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The instances of something that Terraform repeats, by their index. */
final class Keyed<T> {
  private final Map<String, T> byKey = new LinkedHashMap<>();
  private final Set<String> keys = Collections.unmodifiableSet(byKey.keySet());
  private final List<T> all = new ArrayList<>();

  void put(String key, T instance) {
    if (byKey.putIfAbsent(key, instance) == null) {
      all.add(instance);
    }
  }

  /** The indices of all. */
  Set<String> keys() {
    return keys;
  }

  /**
   * The instance with this index or, if a reference has none, the only one with one of these; else
   * all of them.
   */
  List<T> chosen(String index, List<String> likely) {
    if (!index.isEmpty()) {
      T one = byKey.get(index);
      return one == null ? List.of() : List.of(one);
    }
    List<String> there = likely.stream().filter(byKey::containsKey).distinct().toList();
    return there.size() == 1 ? List.of(Objects.requireNonNull(byKey.get(there.get(0)))) : all;
  }
}
