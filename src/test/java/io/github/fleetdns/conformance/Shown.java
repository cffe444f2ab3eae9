package io.github.fleetdns.conformance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the things that are answered.
 *
 * @param ttl in seconds; empty where nobody says
 * @param chooses how many of the records at a time, if not all
 * @param records sorted
 * @param target the DNS name of an AWS resource
 * @param via the set identifiers that led there
 * @param followed the reply to a CNAME's second question
 */
record Shown(
    OptionalLong ttl,
    OptionalInt chooses,
    List<String> records,
    Optional<String> target,
    Optional<String> via,
    Optional<Reply> followed) {
  Shown {
    records = records.stream().sorted().toList();
  }

  static Shown records(long ttl, List<String> records) {
    return new Shown(
        OptionalLong.of(ttl),
        OptionalInt.empty(),
        records,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Shown resource(OptionalLong ttl, String dnsName) {
    return new Shown(
        ttl,
        OptionalInt.empty(),
        List.of(),
        Optional.of(dnsName),
        Optional.empty(),
        Optional.empty());
  }

  static Shown nothing() {
    return new Shown(
        OptionalLong.empty(),
        OptionalInt.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Shown choosing(int atOnce) {
    return new Shown(ttl, OptionalInt.of(atOnce), records, target, via, followed);
  }

  Shown followedBy(Reply reply) {
    return new Shown(ttl, chooses, records, target, via, Optional.of(reply));
  }

  /** Without the set identifiers. */
  Shown withoutPath() {
    return new Shown(
        ttl, chooses, records, target, Optional.empty(), followed.map(Reply::withoutPaths));
  }

  static Shown of(String text, Optional<Reply> followed) {
    String[] halves = text.split(" via ", 2);
    Optional<String> via = halves.length > 1 ? Optional.of(halves[1].strip()) : Optional.empty();
    if (halves[0].strip().equals("no answer")) {
      return new Shown(
          OptionalLong.empty(), OptionalInt.empty(), List.of(), Optional.empty(), via, followed);
    }
    String[] words = halves[0].strip().split("\\s+", 2);
    OptionalLong ttl =
        words[0].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words[0]));
    String rest = words[1].strip();
    OptionalInt chooses = OptionalInt.empty();
    if (rest.matches("\\d+ of .*")) {
      chooses = OptionalInt.of(Integer.parseInt(rest.substring(0, rest.indexOf(' '))));
      rest = rest.substring(rest.indexOf(" of ") + 4);
    }
    Optional<String> target =
        rest.startsWith("alias ") ? Optional.of(rest.substring(6).strip()) : Optional.empty();
    List<String> records = target.isPresent() ? List.of() : ZoneText.values(rest);
    return new Shown(ttl, chooses, records, target, via, followed);
  }

  @Override
  public String toString() {
    String what =
        records.isEmpty() && target.isEmpty()
            ? "no answer"
            : (ttl.isPresent() ? ttl.getAsLong() : "-")
                + (chooses.isPresent() ? " " + chooses.getAsInt() + " of" : "")
                + target.map(name -> " alias " + name).orElse("")
                + (records.isEmpty() ? "" : " " + String.join(", ", records));
    return Stream.of(
            Optional.of(what),
            via.map(path -> " via " + path),
            followed.map(reply -> ":\n" + reply.toString().indent(4).stripTrailing()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining());
  }
}
