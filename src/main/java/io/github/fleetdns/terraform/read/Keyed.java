package io.github.fleetdns.terraform.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The instances of something that Terraform repeats, by their index. */
final class Keyed<T> {
  private final Map<String, T> byKey = new LinkedHashMap<>();
  private final List<T> all = new ArrayList<>();

  void put(String key, T instance) {
    if (byKey.putIfAbsent(key, instance) == null) {
      all.add(instance);
    }
  }

  /**
   * The instance with this index or, if a reference has none, with the first index of these that
   * any instance has; else all of them.
   */
  List<T> chosen(String index, List<String> likely) {
    if (!index.isEmpty()) {
      T one = byKey.get(index);
      return one == null ? List.of() : List.of(one);
    }
    for (String key : likely) {
      T one = byKey.get(key);
      if (one != null) {
        return List.of(one);
      }
    }
    return all;
  }
}
