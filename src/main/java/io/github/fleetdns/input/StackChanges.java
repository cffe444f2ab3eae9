package io.github.fleetdns.input;

import io.github.fleetdns.change.Resource;
import io.github.fleetdns.change.StackChange;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.terraform.FleetResources;
import io.github.fleetdns.terraform.read.ResourceChange;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Terraform shall change between two inputs: the resources of each of their stacks. */
public final class StackChanges {
  private final List<ResourceChange> planned;

  private StackChanges(List<ResourceChange> planned) {
    this.planned = planned;
  }

  /** The resources of a stack, and how Terraform is called for it. */
  private record Stack(String terraform, Map<String, Resource> resources) {}

  /**
   * The change of each stack. Stacks are the same on both sides if they are called alike; of those
   * that are not, those that have most resources in common.
   *
   * @param before the zones before
   * @param after the zones afterwards
   * @param planned what a plan does to resources, if the zones afterwards are a plan's
   */
  public static List<StackChange> between(
      List<ZoneInput> before, List<ZoneInput> after, List<ResourceChange> planned) {
    StackChanges changes = new StackChanges(planned);
    Map<String, Stack> old = changes.stacks(before, true);
    Map<String, Stack> now = changes.stacks(after, false);
    Map<String, String> pairs = pairs(old, now);
    Set<String> names = new LinkedHashSet<>();
    old.keySet().forEach(name -> names.add(pairs.getOrDefault(name, name)));
    names.addAll(now.keySet());
    List<StackChange> found = new ArrayList<>();
    for (String name : names) {
      Optional<Stack> was =
          old.entrySet().stream()
              .filter(e -> pairs.getOrDefault(e.getKey(), e.getKey()).equals(name))
              .map(Map.Entry::getValue)
              .findFirst();
      Optional<Stack> is = Optional.ofNullable(now.get(name));
      found.add(
          new StackChange(
              name,
              is.or(() -> was).map(Stack::terraform).orElse("terraform"),
              was.map(Stack::resources).orElse(Map.of()),
              is.map(Stack::resources).orElse(Map.of()),
              changes.replaced()));
    }
    return found;
  }

  /**
   * What stacks before are called afterwards: of those left over, the ones that have most in
   * common.
   */
  private static Map<String, String> pairs(Map<String, Stack> old, Map<String, Stack> now) {
    Map<String, String> pairs = new LinkedHashMap<>();
    List<String> left = new ArrayList<>(old.keySet());
    List<String> come = new ArrayList<>(now.keySet());
    left.removeAll(now.keySet());
    come.removeAll(old.keySet());
    while (!left.isEmpty() && !come.isEmpty()) {
      String was = left.get(0);
      String is = come.get(0);
      for (String one : left) {
        for (String other : come) {
          if (inCommon(old.get(one), now.get(other)) > inCommon(old.get(was), now.get(is))) {
            was = one;
            is = other;
          }
        }
      }
      pairs.put(was, is);
      left.remove(was);
      come.remove(is);
    }
    return pairs;
  }

  private static long inCommon(@Nullable Stack one, @Nullable Stack other) {
    return one == null || other == null
        ? 0
        : one.resources().keySet().stream().filter(other.resources()::containsKey).count();
  }

  private Map<String, Stack> stacks(List<ZoneInput> zones, boolean isBefore) {
    Map<String, Stack> stacks = new LinkedHashMap<>();
    for (ZoneInput zone : zones) {
      for (ZoneInput part : zone.parts()) {
        Stack stack =
            stacks.computeIfAbsent(
                part.stack(), name -> new Stack(terraform(part), new LinkedHashMap<>()));
        for (Resource resource : resources(part)) {
          String address = isBefore ? movedTo(resource.address()) : resource.address();
          stack
              .resources()
              .putIfAbsent(
                  address,
                  new Resource(
                      address,
                      resource.body(),
                      resource.dependencies(),
                      resource.createBeforeDestroy()));
        }
      }
    }
    return stacks;
  }

  private static String terraform(ZoneInput part) {
    return part.fleet()
        .map(Fleet::name)
        .map(name -> "terraform -chdir=cdktf.out/stacks/" + name)
        .orElse("terraform");
  }

  /** A plan follows {@code moved} blocks: what is before is called as it is afterwards. */
  private String movedTo(String address) {
    return planned.stream()
        .filter(change -> change.previousAddress().equals(Optional.of(address)))
        .map(ResourceChange::address)
        .findFirst()
        .orElse(address);
  }

  private Map<String, Boolean> replaced() {
    Map<String, Boolean> replaced = new LinkedHashMap<>();
    planned.stream()
        .filter(ResourceChange::replaces)
        .forEach(change -> replaced.put(change.address(), !change.leavesGap()));
    return replaced;
  }

  private static List<Resource> resources(ZoneInput part) {
    if (part.fleet().isPresent()) {
      return FleetResources.of(part.fleet().get(), part.zone());
    }
    return part.terraform().map(TerraformResources::of).orElse(List.of());
  }

  /** Which zone it is, among those of a change. */
  public static String key(HostedZone zone) {
    return FleetResources.key(zone);
  }
}
