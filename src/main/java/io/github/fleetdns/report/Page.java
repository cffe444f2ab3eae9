package io.github.fleetdns.report;

import io.github.fleetdns.table.TextTable;
import io.github.fleetdns.text.Hidden;
import io.github.fleetdns.text.Markdown;
import io.github.fleetdns.text.ShellLine;
import io.github.fleetdns.text.TerminalText;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command says, in blocks: as lines of text or as Markdown. Texts go into it as they are,
 * and none of them makes structure: that comes from the methods alone.
 */
public final class Page {
  private final List<Block> blocks = new ArrayList<>();

  /** A part of a page. */
  private interface Block {
    List<String> plain(int columns, Hidden hidden);

    List<String> markdown(Hidden hidden);

    /** Whether a line of text stands free in front of it. */
    default boolean isApart() {
      return false;
    }
  }

  private record Heading(int level, String text) implements Block {
    @Override
    public List<String> plain(int columns, Hidden hidden) {
      return List.of(TerminalText.of(hidden.in(text)));
    }

    @Override
    public List<String> markdown(Hidden hidden) {
      return List.of("#".repeat(level) + " " + Markdown.of(hidden.in(text)));
    }

    @Override
    public boolean isApart() {
      return true;
    }
  }

  /**
   * A sentence.
   *
   * @param mark what is in front of it in Markdown
   * @param isStrong whether it is bold there
   */
  private record Line(String text, String mark, boolean isStrong, boolean isApart)
      implements Block {
    @Override
    public List<String> plain(int columns, Hidden hidden) {
      return List.of(TerminalText.of(hidden.in(text)));
    }

    @Override
    public List<String> markdown(Hidden hidden) {
      String encoded = Markdown.of(hidden.in(text));
      String bold = isStrong && !encoded.isEmpty() ? "**" : "";
      return List.of(mark + bold + encoded + bold);
    }
  }

  private record Rows(TextTable table) implements Block {
    @Override
    public List<String> plain(int columns, Hidden hidden) {
      return table.lines(columns, hidden);
    }

    @Override
    public List<String> markdown(Hidden hidden) {
      return table.markdown(hidden);
    }
  }

  private record Commands(String text, List<ShellLine> commands) implements Block {
    @Override
    public List<String> plain(int columns, Hidden hidden) {
      List<String> lines = new ArrayList<>();
      lines.add(TerminalText.of(hidden.in(text)));
      commands.forEach(command -> lines.add("  " + command.line(hidden)));
      return lines;
    }

    @Override
    public List<String> markdown(Hidden hidden) {
      List<String> lines = new ArrayList<>();
      lines.add("- " + Markdown.of(hidden.in(text)));
      lines.add("");
      Markdown.code("sh", commands.stream().map(command -> command.line(hidden)).toList())
          .forEach(line -> lines.add("  " + line));
      return lines;
    }
  }

  /** A heading; free lines are around it. */
  public Page heading(int level, String text) {
    return add(new Heading(level, text));
  }

  /** A sentence. */
  public Page line(String text) {
    return add(new Line(text, "", false, false));
  }

  /** A sentence after a free line. */
  public Page lineApart(String text) {
    return add(new Line(text, "", false, true));
  }

  /** A sentence that must not be overlooked. */
  public Page strong(String text) {
    return add(new Line(text, "", true, false));
  }

  /** A sentence as an entry of a list. */
  public Page item(String text) {
    return add(new Line(text, "- ", false, false));
  }

  /** A sentence as an entry of a list, after a free line. */
  public Page itemApart(String text) {
    return add(new Line(text, "- ", false, true));
  }

  /** A sentence that stands out from everything else. */
  public Page quote(String text) {
    return add(new Line(text, "> ", true, true));
  }

  /** A table. */
  public Page table(TextTable table) {
    return add(new Rows(table));
  }

  /** A sentence, and what to paste into a shell about it. */
  public Page commands(String text, List<ShellLine> commands) {
    return add(new Commands(text, List.copyOf(commands)));
  }

  /** Everything of another page, after a free line. */
  public Page page(Page other) {
    blocks.addAll(other.blocks);
    return this;
  }

  private Page add(Block block) {
    blocks.add(block);
    return this;
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /**
   * It as lines of text.
   *
   * @param columns how wide tables may be, as {@link TextTable#lines(int)} takes it
   */
  public List<String> plain(int columns, Hidden hidden) {
    List<String> lines = new ArrayList<>();
    for (Block block : blocks) {
      if (block.isApart() && !lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(block.plain(columns, hidden));
    }
    return lines;
  }

  /** It as Markdown, each block a paragraph of its own. */
  public List<String> markdown(Hidden hidden) {
    List<String> lines = new ArrayList<>();
    for (Block block : blocks) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(block.markdown(hidden));
    }
    return lines;
  }
}
