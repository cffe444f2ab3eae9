package io.github.fleetdns.cli;

import io.github.fleetdns.report.Json;
import io.github.fleetdns.report.Page;
import io.github.fleetdns.table.TextTable;
import io.github.fleetdns.text.Hidden;
import io.github.fleetdns.text.TerminalText;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes: data to standard output, messages to standard error, line by line. What
 * would steer a terminal or break a line is shown, not done; nothing else writes to either.
 */
final class Terminal {
  private static final String WIPE = "\r\u001b[K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean interactive;
  private final Ansi ansi;
  private final int columns;
  private final boolean watched;
  private final Set<String> hiddenTexts = new HashSet<>();
  private Hidden hidden = Hidden.NONE;

  /**
   * A terminal.
   *
   * @param out data
   * @param err messages
   * @param interactive whether a person watches the messages as they come
   * @param ansi whether messages are coloured
   */
  Terminal(PrintWriter out, PrintWriter err, boolean interactive, Ansi ansi) {
    this(out, err, interactive, ansi, TextTable.ALL_COLUMNS, false);
  }

  /**
   * A terminal.
   *
   * @param columns how wide tables may be, as {@link TextTable#lines(int)} takes it
   * @param watched whether data goes to a person's screen
   */
  Terminal(
      PrintWriter out,
      PrintWriter err,
      boolean interactive,
      Ansi ansi,
      int columns,
      boolean watched) {
    this.columns = columns;
    this.watched = watched;
    this.out = out;
    this.err = err;
    this.interactive = interactive;
    this.ansi = ansi;
  }

  /** Whether what is printed goes to a person's screen and nowhere else. */
  boolean isWatched() {
    return watched;
  }

  /** How wide tables may be. */
  int columns() {
    return columns;
  }

  boolean interactive() {
    return interactive;
  }

  Ansi ansi() {
    return ansi;
  }

  /** From now on, these texts are not shown. */
  void hide(Set<String> texts) {
    hiddenTexts.addAll(texts);
    hidden = Hidden.of(hiddenTexts);
  }

  /** What is not shown, for what is written elsewhere. */
  Hidden hidden() {
    return hidden;
  }

  private String encoded(String line) {
    return TerminalText.of(hidden.inLine(line));
  }

  /** Prints a line of data. */
  void print(String line) {
    out.println(encoded(line));
  }

  /**
   * Prints a page as text, or as Markdown.
   *
   * @param width how wide tables may be, as {@link TextTable#lines(int)} takes it
   */
  void print(Page page, boolean markdown, int width) {
    (markdown ? page.markdown(hidden) : page.plain(width, hidden)).forEach(out::println);
    out.flush();
  }

  /** Prints lines of data. */
  void print(List<String> lines) {
    lines.forEach(this::print);
    out.flush();
  }

  /** Prints a script of the program's own, whose line breaks are meant. */
  void script(String text) {
    out.print(text.endsWith("\n") ? text : text + "\n");
    out.flush();
  }

  /** Prints maps, lists, texts and numbers as JSON. */
  void json(Object value) {
    out.println(Json.write(value, hidden));
    out.flush();
  }

  /** Prints problem lines, with "error" and "warning" coloured on a terminal. */
  void problems(List<String> lines) {
    for (String line : lines) {
      String shown = encoded(line);
      err.println(
          ansi.enabled()
              ? shown
                  .replaceFirst(": error: ", ansi.string(": @|bold,red error|@: "))
                  .replaceFirst(": warning: ", ansi.string(": @|bold,yellow warning|@: "))
              : shown);
    }
    err.flush();
  }

  /** A message of the program itself. */
  void say(String message) {
    explain("fleetdns: " + message);
  }

  /** A message of several lines. */
  void say(List<String> lines) {
    say(lines.get(0));
    lines.subList(1, lines.size()).forEach(this::explain);
  }

  /** A line that goes with a message. */
  void explain(String line) {
    err.println(encoded(line));
    err.flush();
  }

  /** Shows in one line, which the next one takes the place of, how far something has got. */
  void progress(String state) {
    err.print("\r" + TerminalText.of(state));
    err.flush();
  }

  /** Takes the line of progress away. */
  void wipe() {
    err.print(WIPE);
    err.flush();
  }

  /** For picocli's help and for nothing else: the program's own words, in colours. */
  PrintWriter helpOut() {
    return out;
  }

  /** The same where a wrong command line is answered with help. */
  PrintWriter helpErr() {
    return err;
  }

  /** Sends what has been printed on its way. */
  void flush() {
    out.flush();
    err.flush();
  }
}
