package io.github.fleetdns.terraform.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON, with the place of every value. */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Deeper than any plan: modules in modules take two levels each. */
  private static final int MAX_DEPTH = 200;

  private int depth;

  private final String source;
  private final JsonParser parser;

  private JsonText(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /**
   * Reads a text.
   *
   * @param source what problems call it
   * @param problems takes what is wrong with it
   * @return the value; empty if the text is no JSON
   */
  static Optional<Node> read(String source, String text, List<Problem> problems) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonText json = new JsonText(source, parser);
      JsonToken first = parser.nextToken();
      if (first == null) {
        problems.add(Problem.error(Location.startOf(source), "json-syntax", "the file is empty"));
        return Optional.empty();
      }
      Node node = json.value(first);
      if (parser.nextToken() != null) {
        problems.add(
            Problem.error(json.here(), "json-syntax", "not JSON: something follows after the end"));
        return Optional.empty();
      }
      return Optional.of(node);
    } catch (TooDeep e) {
      problems.add(
          Problem.error(
              e.at,
              "json-depth",
              "the nesting is deeper than " + MAX_DEPTH + " levels, the limit"));
      return Optional.empty();
    } catch (StreamConstraintsException e) {
      problems.add(
          Problem.error(
              e.getLocation() == null ? Location.startOf(source) : place(source, e.getLocation()),
              "json-long",
              "a number of more than 1,000 digits, or a text of more than 20,000,000 characters"));
      return Optional.empty();
    } catch (JsonProcessingException e) {
      problems.add(Problem.error(place(source, e.getLocation()), "json-syntax", message(e)));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a text is always readable", e);
    }
  }

  private static String message(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    return message.contains("end-of-input")
        ? "not JSON: the file ends in the middle; write it again, perhaps the disk was full"
        : "not JSON: " + message;
  }

  private static Location place(String source, JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? Location.startOf(source)
        : new Location(source, at.getLineNr(), Math.max(1, at.getColumnNr()));
  }

  private Location here() {
    return place(source, parser.currentTokenLocation());
  }

  /** What cannot be followed with the stack that there is. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Location at;

    TooDeep(Location at) {
      super(null, null, false, false);
      this.at = at;
    }
  }

  private Node value(JsonToken token) throws IOException {
    Location at = here();
    if (depth == MAX_DEPTH) {
      throw new TooDeep(at);
    }
    depth++;
    Node value = value(token, at);
    depth--;
    return value;
  }

  private Node value(JsonToken token, Location at) throws IOException {
    switch (token) {
      case START_OBJECT -> {
        List<Map.Entry<String, Node>> members = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          members.add(Map.entry(name, value(parser.nextToken())));
        }
        return new Node.Obj(at, members);
      }
      case START_ARRAY -> {
        List<Node> values = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          values.add(value(next));
        }
        return new Node.Arr(at, values);
      }
      case VALUE_STRING -> {
        return Node.Scalar.text(at, parser.getText());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return new Node.Scalar(at, Node.Kind.NUMBER, parser.getText());
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return new Node.Scalar(at, Node.Kind.BOOLEAN, parser.getText());
      }
      default -> {
        return new Node.Scalar(at, Node.Kind.NULL, "");
      }
    }
  }
}
