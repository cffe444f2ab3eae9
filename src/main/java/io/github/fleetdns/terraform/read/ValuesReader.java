package io.github.fleetdns.terraform.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources in the {@code values} of a state or in the {@code planned_values} of a plan, those
 * of modules included.
 */
final class ValuesReader {
  private final List<Instance> instances = new ArrayList<>();

  private ValuesReader() {}

  /**
   * An instance, and where it belongs.
   *
   * @param module the address of its module, {@code module.dns["a"]}; empty for the root
   * @param resource the resource without module and index, {@code data.aws_lb.web}
   * @param key its index, {@code ["eu"]} or {@code [0]}; empty if it has none
   * @param read the resource, as far as its values are known
   */
  record Instance(String module, String resource, String key, Resource read) {}

  /** The instances in {@code values}, in their order. */
  static List<Instance> read(Node values) {
    ValuesReader reader = new ValuesReader();
    reader.module(values.get("root_module"), "");
    return reader.instances;
  }

  private void module(Node module, String address) {
    for (Node resource : module.get("resources").items()) {
      if (resource instanceof Node.Obj object && !object.has("deposed_key")) {
        instance(object, address);
      }
    }
    for (Node child : module.get("child_modules").items()) {
      module(child, child.get("address").text().orElse(address));
    }
  }

  private void instance(Node.Obj object, String module) {
    Optional<String> type = object.get("type").text();
    Optional<String> name = object.get("name").text();
    if (type.isEmpty() || name.isEmpty()) {
      return;
    }
    boolean data = object.get("mode").text().filter("data"::equals).isPresent();
    String resource = (data ? "data." : "") + type.get() + "." + name.get();
    String key = key(object.get("index"));
    String full = (module.isEmpty() ? "" : module + ".") + resource + key;
    Node values = object.get("values");
    List<Map.Entry<String, Node>> members =
        new ArrayList<>(values instanceof Node.Obj known ? known.members() : List.of());
    if (object.has("depends_on")) {
      members.add(Map.entry("depends_on", object.get("depends_on")));
    }
    instances.add(
        new Instance(
            module,
            resource,
            key,
            new Resource(
                object.get("address").text().orElse(full),
                data,
                type.get(),
                name.get(),
                new Node.Obj(object.at(), members),
                Optional.empty())));
  }

  private static String key(Node index) {
    if (!(index instanceof Node.Scalar scalar) || scalar.isNothing()) {
      return "";
    }
    return scalar.kind() == Node.Kind.NUMBER
        ? "[" + scalar.raw() + "]"
        : "[\"" + scalar.raw() + "\"]";
  }

  /** The same instance with more values. */
  static Resource with(Resource resource, Map<String, Node> more, Optional<String> region) {
    return new Resource(
        resource.address(),
        resource.data(),
        resource.type(),
        resource.name(),
        resource.values().with(new LinkedHashMap<>(more)),
        region);
  }
}
