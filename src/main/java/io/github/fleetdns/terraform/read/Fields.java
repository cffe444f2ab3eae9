package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The members of an object that is put together. */
final class Fields {
  private final Location at;
  private final List<Map.Entry<String, Node>> members = new ArrayList<>();

  Fields(Location at) {
    this.at = at;
  }

  /** Adds a value; nothing, if that is what it is. */
  Fields node(String name, Node value) {
    if (!value.isNothing()) {
      members.add(Map.entry(name, value));
    }
    return this;
  }

  Fields text(String name, String value) {
    return node(name, Node.Scalar.text(at, value));
  }

  Fields flag(String name, boolean value) {
    return node(name, new Node.Scalar(at, Node.Kind.BOOLEAN, Boolean.toString(value)));
  }

  Fields object(String name, Map<String, Node> value) {
    return node(name, new Node.Obj(at, List.copyOf(value.entrySet())));
  }

  /** Adds a list of one block. */
  Fields block(String name, Node block) {
    return node(name, new Node.Arr(block.at(), List.of(block)));
  }

  Node.Obj build() {
    return new Node.Obj(at, members);
  }
}
