package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of Terraform, and where the input has it. */
sealed interface Node {

  /** Where it begins. */
  Location at();

  /**
   * The text, if it is one; an empty one is none, as for Terraform's AWS provider
   * (route53.md#terraform-empty).
   */
  default Optional<String> text() {
    return this instanceof Scalar scalar && scalar.kind() != Kind.NULL && !scalar.raw().isEmpty()
        ? Optional.of(scalar.raw())
        : Optional.empty();
  }

  /** The member of an object; {@link Scalar#NOTHING} if it has none, or this is no object. */
  default Node get(String name) {
    return this instanceof Obj object ? object.member(name) : Scalar.NOTHING;
  }

  /** Whether there is nothing here: no member, or null. */
  default boolean isNothing() {
    return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  /** The items of an array; an item for itself; none for nothing. */
  default List<Node> items() {
    if (this instanceof Arr array) {
      return array.values();
    }
    return isNothing() ? List.of() : List.of(this);
  }

  /** The objects of an array, or this object: both are how Terraform JSON writes blocks. */
  default List<Obj> blocks() {
    List<Obj> blocks = new ArrayList<>();
    for (Node item : items()) {
      if (item instanceof Obj object) {
        blocks.add(object);
      } else if (item instanceof Arr) {
        blocks.addAll(item.blocks());
      }
    }
    return blocks;
  }

  /** What a scalar is. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }

  /** A text, a number as it is written, {@code true}, {@code false}, or null. */
  record Scalar(Location at, Kind kind, String raw) implements Node {
    /** What is not there. */
    static final Scalar NOTHING = new Scalar(new Location("(nowhere)", 1, 1), Kind.NULL, "");

    static Scalar text(Location at, String text) {
      return new Scalar(at, Kind.TEXT, text);
    }
  }

  /** An array. */
  record Arr(Location at, List<Node> values) implements Node {}

  /** An object: members in order, of which a name can occur again, as Terraform JSON allows. */
  final class Obj implements Node {
    private static final int FEW = 8;

    private final Location at;
    private final List<Map.Entry<String, Node>> members;
    private @Nullable Map<String, Node> index;

    Obj(Location at, List<Map.Entry<String, Node>> members) {
      this.at = at;
      this.members = members;
    }

    @Override
    public Location at() {
      return at;
    }

    List<Map.Entry<String, Node>> members() {
      return members;
    }

    boolean has(String name) {
      return member(name) != Scalar.NOTHING;
    }

    private Node member(String name) {
      if (members.size() > FEW) {
        Map<String, Node> known = index;
        if (known == null) {
          known = new HashMap<>();
          for (Map.Entry<String, Node> member : members) {
            known.put(member.getKey(), member.getValue());
          }
          index = known;
        }
        return known.getOrDefault(name, Scalar.NOTHING);
      }
      for (int i = members.size() - 1; i >= 0; i--) {
        if (members.get(i).getKey().equals(name)) {
          return members.get(i).getValue();
        }
      }
      return Scalar.NOTHING;
    }

    /** The same object with these members set; an override replaces what was there. */
    Obj with(Map<String, Node> others) {
      Map<String, Node> merged = new LinkedHashMap<>();
      members.forEach(member -> merged.put(member.getKey(), member.getValue()));
      merged.putAll(others);
      return new Obj(at, List.copyOf(merged.entrySet()));
    }
  }

  /**
   * What only Terraform can tell.
   *
   * @param expression how users read it: {@code ${aws_lb.web.dns_name}}
   * @param references the attributes of resources that it is made of
   * @param direct whether it is one of them, rather than something computed from them; a plan does
   *     not tell the two apart
   * @param inferred whether which instance is referred to was concluded from an index such as
   *     {@code each.key}: a plan lists that without what may be made of it
   * @param start the text that it begins with, as far as that is known
   * @param end the text that it ends with, as far as that is known
   */
  record Unknown(
      Location at,
      String expression,
      List<Reference> references,
      boolean direct,
      boolean inferred,
      String start,
      String end)
      implements Node {
    /** Of whose references the instances are certain. */
    Unknown(
        Location at,
        String expression,
        List<Reference> references,
        boolean direct,
        String start,
        String end) {
      this(at, expression, references, direct, false, start, end);
    }

    /** Nothing is known of how it begins and ends. */
    Unknown(Location at, String expression, List<Reference> references, boolean direct) {
      this(at, expression, references, direct, false, "", "");
    }

    /** The same, of which instance one is not sure. */
    Unknown asInferred() {
      return inferred ? this : new Unknown(at, expression, references, direct, true, start, end);
    }

    /** How Terraform's own output calls what it cannot say yet. */
    static final String LATER = "(known after apply)";
  }

  /**
   * An attribute of a resource.
   *
   * @param address the address of one instance
   * @param attribute the attribute's name; empty if the input does not say
   */
  record Reference(String address, String attribute) {
    String expression() {
      return "${" + address + (attribute.isEmpty() ? "" : "." + attribute) + "}";
    }
  }
}
