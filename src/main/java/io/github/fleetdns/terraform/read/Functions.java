package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Functions of Terraform's language that names, values and ids are made with. Of a text that is
 * known in part, as much as can be is known of the result.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/functions">Functions</a>
 */
final class Functions {
  private static final Pattern VERB = Pattern.compile("%(0?\\d*)([sdv%])");

  /** A text that locals double again and again is not followed further. */
  private static final int MAX_TEXT = 1 << 20;

  /** The same of lists and maps. */
  private static final int MAX_ITEMS = 100_000;

  private Functions() {}

  /** Whether a value, with everything in it, is small enough to go on with. */
  static boolean isSmall(Node node) {
    return size(node, 0) <= MAX_ITEMS;
  }

  private static int size(Node node, int before) {
    int size = before + 1;
    if (node instanceof Node.Arr array) {
      for (int i = 0; i < array.values().size() && size <= MAX_ITEMS; i++) {
        size = size(array.values().get(i), size);
      }
    } else if (node instanceof Node.Obj object) {
      for (int i = 0; i < object.members().size() && size <= MAX_ITEMS; i++) {
        size = size(object.members().get(i).getValue(), size);
      }
    }
    return size;
  }

  /** The result; empty if there is no such function here, or not for such arguments. */
  static Optional<Node> call(Node.Scalar at, String name, List<Node> arguments) {
    int count = arguments.size();
    return switch (name) {
      case "lower", "upper", "trimspace", "tostring" ->
          count == 1 ? Optional.of(changed(at, name, arguments.get(0))) : Optional.empty();
      case "trimsuffix", "trimprefix" ->
          count == 2
              ? text(arguments.get(1)).map(s -> trimmed(at, name, arguments.get(0), s))
              : Optional.empty();
      case "replace" -> count == 3 ? replaced(at, arguments) : Optional.empty();
      case "format" -> count > 0 ? format(at, arguments) : Optional.empty();
      case "join" -> count == 2 ? join(at, arguments) : Optional.empty();
      case "split" -> count == 2 ? split(at, arguments) : Optional.empty();
      case "concat" -> concat(at, arguments);
      case "merge" -> merge(at, arguments);
      case "element" -> count == 2 ? element(arguments) : Optional.empty();
      case "lookup" -> count == 2 || count == 3 ? lookup(arguments) : Optional.empty();
      case "one" -> count == 1 ? one(at, arguments.get(0)) : Optional.empty();
      case "coalesce" -> coalesce(at, arguments);
      case "try" ->
          arguments.stream().findFirst().filter(first -> !(first instanceof Node.Unknown));
      case "sensitive", "nonsensitive" ->
          count == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
      case "tolist", "toset", "tomap" ->
          count == 1 && name.equals("tomap") == arguments.get(0) instanceof Node.Obj
              ? Optional.of(arguments.get(0))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A text, number or boolean as a text; empty if it is not known, or none of them. */
  static Optional<String> text(Node node) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNothing()) {
      return Optional.empty();
    }
    if (scalar.kind() != Node.Kind.NUMBER) {
      return Optional.of(scalar.raw());
    }
    return Optional.of(new BigDecimal(scalar.raw()))
        .filter(Numbers::isWritable)
        .map(number -> number.stripTrailingZeros().toPlainString());
  }

  static boolean isNumber(Node node) {
    return node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NUMBER;
  }

  static Optional<Boolean> truth(Node node) {
    return text(node)
        .filter(text -> text.equals("true") || text.equals("false"))
        .map("true"::equals);
  }

  static Optional<BigDecimal> number(Node node) {
    return isNumber(node)
        ? Optional.of(new BigDecimal(((Node.Scalar) node).raw())).filter(Numbers::isWritable)
        : text(node).filter(text -> text.matches("-?\\d+(\\.\\d+)?")).map(BigDecimal::new);
  }

  /** Whether two values are equal, which those of different types never are. */
  static boolean equal(Node.Scalar a, Node.Scalar b) {
    return a.kind() == b.kind()
        && text(a).equals(text(b))
        && (text(a).isPresent() || a.raw().equals(b.raw()));
  }

  /** What is made of these in a way that is not known. */
  static Node.Unknown unknown(Node.Scalar at, List<Node> of) {
    return new Node.Unknown(at.at(), at.raw(), references(of), false);
  }

  private static Node.Unknown unknown(Node.Scalar at, List<Node> of, String start, String end) {
    return new Node.Unknown(at.at(), at.raw(), references(of), false, start, end);
  }

  private static List<Node.Reference> references(List<Node> nodes) {
    List<Node.Reference> references = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Node.Unknown unknown) {
        references.addAll(unknown.references());
      } else if (node instanceof Node.Arr array) {
        references.addAll(references(array.values()));
      } else if (node instanceof Node.Obj object) {
        references.addAll(references(object.members().stream().map(Map.Entry::getValue).toList()));
      }
    }
    return references.stream().distinct().toList();
  }

  /** Texts one behind the other; of those that are not known, the beginning and the end stay. */
  static Node joined(Node.Scalar at, List<Node> parts) {
    StringBuilder start = new StringBuilder();
    StringBuilder end = new StringBuilder();
    boolean complete = true;
    for (Node part : parts) {
      Optional<String> known = text(part);
      if (known.isPresent()) {
        (complete ? start : end).append(known.get());
        continue;
      }
      Node.Unknown open =
          part instanceof Node.Unknown unknown ? unknown : unknown(at, List.of(part));
      if (complete) {
        start.append(open.start());
        complete = false;
      }
      end.setLength(0);
      end.append(open.end());
    }
    if (start.length() > MAX_TEXT || end.length() > MAX_TEXT) {
      return unknown(at, parts, "", "");
    }
    return complete
        ? Node.Scalar.text(at.at(), start.toString())
        : unknown(at, parts, start.toString(), end.toString());
  }

  private static Node changed(Node.Scalar at, String name, Node of) {
    Location where = at.at();
    return text(of)
        .<Node>map(text -> Node.Scalar.text(where, changed(name, text)))
        .orElseGet(
            () ->
                of instanceof Node.Unknown open && !name.equals("trimspace")
                    ? new Node.Unknown(
                        where,
                        at.raw(),
                        open.references(),
                        open.direct() && name.equals("tostring"),
                        changed(name, open.start()),
                        changed(name, open.end()))
                    : unknown(at, List.of(of)));
  }

  private static String changed(String name, String text) {
    return switch (name) {
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "trimspace" -> text.strip();
      default -> text;
    };
  }

  private static Node trimmed(Node.Scalar at, String name, Node of, String what) {
    boolean suffix = name.equals("trimsuffix");
    if (text(of).isPresent()) {
      String text = text(of).get();
      boolean there = suffix ? text.endsWith(what) : text.startsWith(what);
      String rest =
          !there
              ? text
              : suffix
                  ? text.substring(0, text.length() - what.length())
                  : text.substring(what.length());
      return Node.Scalar.text(at.at(), rest);
    }
    if (!(of instanceof Node.Unknown open)) {
      return unknown(at, List.of(of));
    }
    // Whether it is there is not known, and it may overlap with what is: as much less is known.
    int start = Math.max(0, open.start().length() - what.length());
    int end = Math.min(open.end().length(), what.length());
    return suffix
        ? unknown(at, List.of(of), open.start().substring(0, start), "")
        : unknown(at, List.of(of), "", open.end().substring(end));
  }

  private static Optional<Node> replaced(Node.Scalar at, List<Node> arguments) {
    Optional<String> from = text(arguments.get(1));
    Optional<String> to = text(arguments.get(2));
    boolean pattern =
        from.filter(f -> f.length() > 1 && f.startsWith("/") && f.endsWith("/")).isPresent();
    if (pattern || from.isEmpty() || to.isEmpty() || from.get().isEmpty()) {
      return Optional.empty();
    }
    return text(arguments.get(0))
        .map(text -> Node.Scalar.text(at.at(), text.replace(from.get(), to.get())));
  }

  private static Optional<Node> format(Node.Scalar at, List<Node> arguments) {
    Optional<String> spec = text(arguments.get(0));
    if (spec.isEmpty()) {
      return Optional.empty();
    }
    List<Node> parts = new ArrayList<>();
    Matcher verb = VERB.matcher(spec.get());
    int next = 1;
    int end = 0;
    while (verb.find()) {
      parts.add(Node.Scalar.text(at.at(), spec.get().substring(end, verb.start())));
      end = verb.end();
      if (verb.group(2).equals("%")) {
        parts.add(Node.Scalar.text(at.at(), "%"));
        continue;
      }
      if (next == arguments.size()) {
        return Optional.empty();
      }
      Optional<Node> formatted = format(at, verb, arguments.get(next++));
      if (formatted.isEmpty()) {
        return Optional.empty();
      }
      parts.add(formatted.get());
    }
    parts.add(Node.Scalar.text(at.at(), spec.get().substring(end)));
    boolean other = parts.stream().flatMap(p -> text(p).stream()).anyMatch(t -> hasVerb(t, parts));
    return other || next < arguments.size() ? Optional.empty() : Optional.of(joined(at, parts));
  }

  /** Whether a literal part still has a verb in it, such as {@code %q}. */
  private static boolean hasVerb(String text, List<Node> parts) {
    return text.contains("%") && !(text.equals("%") && parts.size() > 1);
  }

  private static Optional<Node> format(Node.Scalar at, Matcher verb, Node argument) {
    String width = verb.group(1);
    Optional<String> known = text(argument);
    if (known.isEmpty() || width.isEmpty()) {
      return Optional.of(argument);
    }
    boolean zeros =
        width.startsWith("0") && verb.group(2).equals("d") && !known.get().contains("-");
    if (width.length() > 3 || (width.startsWith("0") && !zeros)) {
      return Optional.empty();
    }
    int missing = Integer.parseInt(width) - known.get().length();
    String filled = (zeros ? "0" : " ").repeat(Math.max(0, missing)) + known.get();
    return Optional.of(Node.Scalar.text(at.at(), filled));
  }

  private static Optional<Node> join(Node.Scalar at, List<Node> arguments) {
    Optional<String> separator = text(arguments.get(0));
    if (separator.isEmpty() || !(arguments.get(1) instanceof Node.Arr list)) {
      return Optional.empty();
    }
    List<Node> parts = new ArrayList<>();
    for (Node value : list.values()) {
      if (!parts.isEmpty()) {
        parts.add(Node.Scalar.text(at.at(), separator.get()));
      }
      parts.add(value);
    }
    return Optional.of(joined(at, parts));
  }

  private static Optional<Node> split(Node.Scalar at, List<Node> arguments) {
    Optional<String> separator = text(arguments.get(0)).filter(s -> !s.isEmpty());
    Optional<String> text = text(arguments.get(1));
    if (separator.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    List<Node> parts = new ArrayList<>();
    for (String part : text.get().split(Pattern.quote(separator.get()), -1)) {
      parts.add(Node.Scalar.text(at.at(), part));
    }
    return Optional.of(new Node.Arr(at.at(), parts));
  }

  private static Optional<Node> concat(Node.Scalar at, List<Node> lists) {
    List<Node> all = new ArrayList<>();
    for (Node list : lists) {
      if (!(list instanceof Node.Arr array)) {
        return Optional.empty();
      }
      all.addAll(array.values());
    }
    return Optional.of(new Node.Arr(at.at(), all));
  }

  private static Optional<Node> merge(Node.Scalar at, List<Node> maps) {
    Map<String, Node> all = new LinkedHashMap<>();
    for (Node map : maps) {
      if (!(map instanceof Node.Obj object)) {
        return Optional.empty();
      }
      object.members().forEach(member -> all.put(member.getKey(), member.getValue()));
    }
    return Optional.of(new Node.Obj(at.at(), List.copyOf(all.entrySet())));
  }

  /** The item at an index, which goes round. */
  private static Optional<Node> element(List<Node> arguments) {
    Optional<BigDecimal> index = number(arguments.get(1)).filter(n -> n.signum() >= 0);
    if (!(arguments.get(0) instanceof Node.Arr list) || list.values().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal size = BigDecimal.valueOf(list.values().size());
    return index.map(i -> list.values().get(i.remainder(size).intValue()));
  }

  private static Optional<Node> lookup(List<Node> arguments) {
    Optional<String> key = text(arguments.get(1));
    if (!(arguments.get(0) instanceof Node.Obj map) || key.isEmpty()) {
      return Optional.empty();
    }
    return map.has(key.get())
        ? Optional.of(map.get(key.get()))
        : arguments.size() == 3 ? Optional.of(arguments.get(2)) : Optional.empty();
  }

  private static Optional<Node> one(Node.Scalar at, Node list) {
    if (!(list instanceof Node.Arr array) || array.values().size() > 1) {
      return Optional.empty();
    }
    return Optional.of(
        array.values().isEmpty()
            ? new Node.Scalar(at.at(), Node.Kind.NULL, "")
            : array.values().get(0));
  }

  /** The first that is neither null nor empty, if all before it are known. */
  private static Optional<Node> coalesce(Node.Scalar at, List<Node> arguments) {
    for (Node argument : arguments) {
      if (!(argument instanceof Node.Scalar)) {
        return Optional.of(unknown(at, arguments));
      }
      if (argument.text().isPresent()) {
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }
}
