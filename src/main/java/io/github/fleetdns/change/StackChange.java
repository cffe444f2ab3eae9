package io.github.fleetdns.change;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one apply of Terraform shall change.
 *
 * @param name the stack's name
 * @param terraform how Terraform is called for it in commands
 * @param before the resources that its state has, by address
 * @param after those that its configuration has, by address
 * @param replaced the resources that a plan destroys and makes anew, by address, and whether it
 *     makes them before it destroys them; what has to be replaced is found without, too
 */
public record StackChange(
    String name,
    String terraform,
    Map<String, Resource> before,
    Map<String, Resource> after,
    Map<String, Boolean> replaced) {

  /** Copies the maps, in their order. */
  public StackChange {
    before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    replaced = Map.copyOf(replaced);
  }

  /** A change between two lists of resources. */
  public static StackChange of(
      String name, String terraform, List<Resource> before, List<Resource> after) {
    return new StackChange(name, terraform, byAddress(before), byAddress(after), Map.of());
  }

  private static Map<String, Resource> byAddress(List<Resource> resources) {
    Map<String, Resource> map = new LinkedHashMap<>();
    resources.forEach(resource -> map.putIfAbsent(resource.address(), resource));
    return map;
  }
}
