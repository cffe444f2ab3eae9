package io.github.fleetdns.terraform.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates expressions of Terraform's language, as far as that can be said without running it:
 * literals, templates, references, indices, operators, conditions and the functions of {@link
 * Functions}. What remains is unknown, with the references in it and, of texts, the beginning and
 * the end that are known.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions">Expressions</a>
 */
final class Expression {
  /** Deeper nested than anybody writes. */
  private static final int MAX_DEPTH = 200;

  private static final Pattern REFERENCE =
      Pattern.compile("(?<![\\w.\"-])(?:data\\.)?aws_[a-z0-9_]+\\.[\\p{L}_][\\w-]*(?:\\.[a-z_]+)?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
  private static final Pattern STEP = Pattern.compile(NAME + "|\\d+");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
  private static final Pattern OPERATOR =
      Pattern.compile("==|!=|<=|>=|&&|\\|\\||[-+*/%<>!?:,.()\\[\\]{}=]");

  /** Operators by how strongly they bind, the weakest first. */
  private static final List<List<String>> BINARY =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("==", "!="),
          List.of("<", ">", "<=", ">="),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  /** What names stand for. */
  interface Names {
    /** The value of a path; unknown if nothing says. */
    Node value(Node.Scalar at, Traversal path);

    /** The function {@code sensitive} was met. */
    default void sensitive() {}
  }

  /** What is no expression of those that can be evaluated here. */
  private static final class NotEvaluated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotEvaluated() {
      super(null, null, false, false);
    }
  }

  private final Node.Scalar at;
  private final String text;
  private final Names names;
  private final Matcher operator;
  private int position;
  private int depth;

  private Expression(Node.Scalar at, String text, Names names, int depth) {
    this.at = at;
    this.text = text;
    this.names = names;
    this.operator = OPERATOR.matcher(text);
    this.depth = depth;
  }

  /** The value of a string of Terraform JSON, which is a template. */
  static Node template(Node.Scalar string, Names names) {
    return string.raw().indexOf('{') < 0 ? string : template(string, string.raw(), false, names, 0);
  }

  private static Node template(Node.Scalar at, String raw, boolean quoted, Names names, int depth) {
    Optional<Template> template = Template.parse(raw);
    if (template.isEmpty() || depth > MAX_DEPTH) {
      return new Node.Unknown(at.at(), at.raw(), mentioned(raw), false);
    }
    List<Node> values = new ArrayList<>();
    for (Template.Part part : template.get().parts()) {
      values.add(
          part.expression()
              ? evaluate(at, part.text(), names, depth + 1)
              : Node.Scalar.text(at.at(), quoted ? unescaped(part.text()) : part.text()));
    }
    // A template that is one expression has its value, whatever that is.
    return values.size() == 1 ? values.get(0) : Functions.joined(at, values);
  }

  private static Node evaluate(Node.Scalar at, String expression, Names names, int depth) {
    try {
      Expression reading = new Expression(at, expression, names, depth);
      Node value = reading.condition();
      if (!Functions.isSmall(value)) {
        return new Node.Unknown(at.at(), at.raw(), List.of(), false);
      }
      reading.skip();
      if (reading.position == expression.length()) {
        return value;
      }
    } catch (NotEvaluated e) {
      // Then it is not known.
    }
    return new Node.Unknown(at.at(), at.raw(), mentioned(expression), false);
  }

  private static List<Node.Reference> mentioned(String expression) {
    List<Node.Reference> references = new ArrayList<>();
    Matcher matcher = REFERENCE.matcher(expression);
    while (matcher.find()) {
      Traversal.parse(matcher.group())
          .filter(Traversal::isResource)
          .ifPresent(t -> references.add(new Node.Reference(t.resource(), t.attribute())));
    }
    return references;
  }

  private void skip() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  /** The operator that comes next; empty if something else does. */
  private String peek() {
    skip();
    return operator.region(position, text.length()).lookingAt() ? operator.group() : "";
  }

  private boolean accept(String wanted) {
    boolean here = peek().equals(wanted);
    position += here ? wanted.length() : 0;
    return here;
  }

  private void expect(String wanted) {
    if (!accept(wanted)) {
      throw new NotEvaluated();
    }
  }

  private Node condition() {
    if (depth++ > MAX_DEPTH) {
      throw new NotEvaluated();
    }
    Node value = binary(0);
    if (accept("?")) {
      Node then = condition();
      expect(":");
      Node otherwise = condition();
      Optional<Boolean> known = Functions.truth(value);
      value =
          known.isPresent()
              ? (known.get() ? then : otherwise)
              : Functions.unknown(at, List.of(then, otherwise));
    }
    depth--;
    return value;
  }

  private Node binary(int level) {
    if (level == BINARY.size()) {
      return unary();
    }
    Node left = binary(level + 1);
    while (BINARY.get(level).contains(peek())) {
      String sign = peek();
      position += sign.length();
      left = computed(sign, left, binary(level + 1));
    }
    return left;
  }

  private Node computed(String sign, Node left, Node right) {
    Optional<? extends Node> known =
        switch (sign) {
          case "&&" -> decided(false, left, right).map(this::truth);
          case "||" -> decided(true, left, right).map(this::truth);
          case "==", "!=" ->
              left instanceof Node.Scalar one && right instanceof Node.Scalar other
                  ? Optional.of(truth(Functions.equal(one, other) == sign.equals("==")))
                  : Optional.empty();
          default ->
              Functions.number(left)
                  .flatMap(x -> Functions.number(right).map(y -> arithmetic(sign, x, y)));
        };
    return known.isPresent() ? known.get() : Functions.unknown(at, List.of(left, right));
  }

  /** What two truths come to: one that decides does so whatever the other is. */
  private static Optional<Boolean> decided(boolean decides, Node left, Node right) {
    Optional<Boolean> a = Functions.truth(left);
    Optional<Boolean> b = Functions.truth(right);
    if (a.equals(Optional.of(decides)) || b.equals(Optional.of(decides))) {
      return Optional.of(decides);
    }
    return a.isPresent() ? b : a;
  }

  private Node arithmetic(String sign, BigDecimal x, BigDecimal y) {
    return switch (sign) {
      case "<" -> truth(x.compareTo(y) < 0);
      case ">" -> truth(x.compareTo(y) > 0);
      case "<=" -> truth(x.compareTo(y) <= 0);
      case ">=" -> truth(x.compareTo(y) >= 0);
      case "+" -> number(x.add(y));
      case "-" -> number(x.subtract(y));
      case "*" -> number(x.multiply(y));
      default -> {
        if (y.signum() == 0) {
          throw new NotEvaluated();
        }
        yield number(sign.equals("%") ? x.remainder(y) : x.divide(y, MathContext.DECIMAL128));
      }
    };
  }

  private Node truth(boolean value) {
    return new Node.Scalar(at.at(), Node.Kind.BOOLEAN, String.valueOf(value));
  }

  private Node number(BigDecimal value) {
    if (!Numbers.isWritable(value)) {
      throw new NotEvaluated();
    }
    return new Node.Scalar(at.at(), Node.Kind.NUMBER, value.stripTrailingZeros().toPlainString());
  }

  private Node unary() {
    if (depth++ > MAX_DEPTH) {
      throw new NotEvaluated();
    }
    Node value = signed();
    depth--;
    return value;
  }

  private Node signed() {
    if (accept("!")) {
      Node value = unary();
      return Functions.truth(value)
          .map(known -> truth(!known))
          .orElseGet(() -> Functions.unknown(at, List.of(value)));
    }
    if (accept("-")) {
      Node value = unary();
      return Functions.number(value)
          .map(known -> number(known.negate()))
          .orElseGet(() -> Functions.unknown(at, List.of(value)));
    }
    return primary();
  }

  private Node primary() {
    skip();
    if (position == text.length()) {
      throw new NotEvaluated();
    }
    if (text.charAt(position) == '"') {
      int end = Template.endOfQuote(text, position + 1);
      if (end < 0) {
        throw new NotEvaluated();
      }
      String inside = text.substring(position + 1, end);
      position = end + 1;
      return below(template(at, inside, true, names, depth + 1));
    }
    Matcher number = NUMBER.matcher(text).region(position, text.length());
    if (number.lookingAt()) {
      position = number.end();
      return number(new BigDecimal(number.group()));
    }
    if (accept("(")) {
      Node value = condition();
      expect(")");
      return below(value);
    }
    if (accept("[")) {
      return below(new Node.Arr(at.at(), list("]")));
    }
    if (accept("{")) {
      return below(object());
    }
    return named();
  }

  private List<Node> list(String end) {
    List<Node> values = new ArrayList<>();
    while (!accept(end)) {
      values.add(condition());
      if (!accept(",")) {
        expect(end);
        break;
      }
    }
    return values;
  }

  private Node object() {
    List<Map.Entry<String, Node>> members = new ArrayList<>();
    while (!accept("}")) {
      skip();
      Matcher name = NAME.matcher(text).region(position, text.length());
      Node key;
      if (name.lookingAt()) {
        position = name.end();
        key = Node.Scalar.text(at.at(), name.group());
      } else {
        key = primary();
      }
      if (!accept("=") && !accept(":")) {
        throw new NotEvaluated();
      }
      Node value = condition();
      members.add(Map.entry(Functions.text(key).orElseThrow(NotEvaluated::new), value));
      accept(",");
    }
    return new Node.Obj(at.at(), members);
  }

  /** A name: a literal, a call, or the path of a reference. */
  private Node named() {
    Matcher name = NAME.matcher(text).region(position, text.length());
    if (!name.lookingAt()) {
      throw new NotEvaluated();
    }
    position = name.end();
    String first = name.group();
    if (first.equals("true") || first.equals("false")) {
      return new Node.Scalar(at.at(), Node.Kind.BOOLEAN, first);
    }
    if (first.equals("null")) {
      return new Node.Scalar(at.at(), Node.Kind.NULL, "");
    }
    if (accept("(")) {
      List<Node> arguments = list(")");
      if (first.equals("sensitive")) {
        names.sensitive();
      }
      return below(Functions.call(at, first, arguments).orElseThrow(NotEvaluated::new));
    }
    List<String> steps = new ArrayList<>(List.of(first));
    Optional<Node> open = steps(steps);
    if (steps.size() < 2) {
      throw new NotEvaluated();
    }
    Node value = names.value(at, new Traversal(List.copyOf(steps)));
    return open.isPresent() ? Functions.unknown(at, List.of(value, open.get())) : value;
  }

  /** A part of a value that is no reference. */
  private Node below(Node value) {
    List<String> steps = new ArrayList<>();
    Optional<Node> open = steps(steps);
    if (steps.isEmpty() && open.isEmpty()) {
      return value;
    }
    Node part = Traversal.below(value, steps);
    return open.isPresent() || value instanceof Node.Unknown || part.isNothing()
        ? Functions.unknown(at, List.of(value))
        : part;
  }

  /**
   * Reads steps into a list.
   *
   * @return an index that is not known: then nothing behind it is, and the list ends before it
   */
  private Optional<Node> steps(List<String> steps) {
    Optional<Node> open = Optional.empty();
    while (true) {
      String step;
      if (accept(".")) {
        Matcher name = STEP.matcher(text);
        if (!name.region(position, text.length()).lookingAt()) {
          throw new NotEvaluated();
        }
        position = name.end();
        step = Character.isDigit(name.group().charAt(0)) ? "[" + name.group() + "]" : name.group();
      } else if (accept("[")) {
        Node index = condition();
        expect("]");
        Optional<String> known = Functions.text(index);
        if (known.isEmpty()) {
          open = open.or(() -> Optional.of(index));
        }
        boolean number = Functions.isNumber(index);
        step = known.map(k -> number ? "[" + k + "]" : "[\"" + escaped(k) + "\"]").orElse("");
      } else {
        return open;
      }
      if (open.isEmpty()) {
        steps.add(step);
      }
    }
  }

  private static String escaped(String index) {
    return index.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String unescaped(String literal) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c != '\\' || i + 1 == literal.length()) {
        plain.append(c);
        continue;
      }
      char escape = literal.charAt(++i);
      int digits = escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
      String code = literal.substring(i + 1, Math.min(literal.length(), i + 1 + digits));
      if (digits > 0 && code.matches("[0-9a-fA-F]{" + digits + "}")) {
        int point = Integer.parseUnsignedInt(code, 16);
        plain.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
        i += digits;
      } else {
        plain.append(
            switch (escape) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> escape;
            });
      }
    }
    return plain.toString();
  }
}
