package io.github.fleetdns.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

class MarkdownTest {
  /** Reads as GitHub does, so far as a parser of CommonMark can. */
  private static final Parser PARSER =
      Parser.builder()
          .extensions(
              List.of(
                  TablesExtension.create(),
                  StrikethroughExtension.create(),
                  AutolinkExtension.create(),
                  TaskListItemsExtension.create(),
                  FootnotesExtension.create()))
          .build();

  /** What GitHub and GitLab look for in the text of a finished page. */
  private static final Pattern FOUND_LATER =
      Pattern.compile(
          "@|#\\d|\\$|~|://|www\\.|:[a-z0-9_+-]+:|\\bgh-\\d|!\\d", Pattern.CASE_INSENSITIVE);

  @Provide
  Arbitrary<String> hostile() {
    return HostileText.any();
  }

  @Example
  void sentencesAndNamesStayAsTheyAre() {
    String sentence =
        "api.ai.example.com A: 12.5 % of the traffic moves, (e.g. 52.94.1.1 → 10.0.0.1); 2001:db8::1.";
    assertThat(Markdown.of(sentence)).isEqualTo(sentence);
  }

  @Example
  void whatASiteWouldLinkIsCode() {
    assertThat(Markdown.of("thanks @team for #12")).isEqualTo("thanks `@team` for `#12`");
    assertThat(Markdown.of("a `b` c")).isEqualTo("a `` `b` `` c");
  }

  @Example
  void aBarInCodeDoesNotEndACell() {
    assertThat(Markdown.cell("a|b $x|y")).isEqualTo("a\\|b `$x\\|y`");
  }

  @Property(tries = 5000)
  void aTextIsAParagraphOfNothingButText(@ForAll("hostile") String text) {
    String markdown = Markdown.of(text);
    assertThat(markdown.lines().count()).isLessThanOrEqualTo(1);
    assertThat(kinds(markdown)).isIn(List.of("Document"), List.of("Document", "Paragraph"));
    assertThat(shown(markdown)).isEqualTo(plain(text));
    assertThat(textOutsideOfCode(markdown)).doesNotContainPattern(FOUND_LATER);
  }

  @Property(tries = 3000)
  void aTextIsNoMoreBehindMarksOfOurOwn(@ForAll("hostile") String text) {
    String nothing = plain(text);
    if (nothing.isEmpty()) {
      return;
    }
    assertThat(kinds("### " + Markdown.of(text))).containsExactly("Document", "Heading");
    assertThat(kinds("> **" + Markdown.of(text) + "**"))
        .containsExactly("Document", "BlockQuote", "Paragraph", "StrongEmphasis");
    assertThat(kinds("- " + Markdown.of(text)))
        .containsExactly("Document", "BulletList", "ListItem", "Paragraph");
    assertThat(shown("### " + Markdown.of(text))).isEqualTo(nothing);
    assertThat(shown("- " + Markdown.of(text))).isEqualTo(nothing);
  }

  @Property(tries = 3000)
  void aTextIsOneCellOfATable(@ForAll("hostile") String first, @ForAll("hostile") String second) {
    String table =
        "| A | B |\n| --- | --: |\n| "
            + Markdown.cell(first)
            + " | "
            + Markdown.cell(second)
            + " |";
    List<String> cells = new ArrayList<>();
    PARSER
        .parse(table)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(org.commonmark.node.CustomNode node) {
                if (node instanceof TableCell) {
                  cells.add(shown(node));
                }
                visitChildren(node);
              }
            });
    assertThat(cells).containsExactly("A", "B", plain(first), plain(second));
    assertThat(kinds(table))
        .containsOnly("Document", "TableBlock", "TableHead", "TableBody", "TableRow", "TableCell");
  }

  @Property(tries = 2000)
  void codeHoldsItsLines(@ForAll("hostile") String first, @ForAll("hostile") String second) {
    Node document = PARSER.parse(String.join("\n", Markdown.code("sh", List.of(first, second))));
    assertThat(document.getFirstChild()).isSameAs(document.getLastChild());
    assertThat(document.getFirstChild()).isInstanceOf(FencedCodeBlock.class);
    assertThat(((FencedCodeBlock) document.getFirstChild()).getLiteral())
        .isEqualTo(TerminalText.of(first) + "\n" + TerminalText.of(second) + "\n");
  }

  /** What a reader sees: blanks are one. */
  private static String plain(String text) {
    return Arrays.stream(TerminalText.of(text).split("[\\s\\p{Z}]+", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The kinds of all nodes but text and code, in order. */
  private static List<String> kinds(String markdown) {
    List<String> kinds = new ArrayList<>();
    collect(PARSER.parse(markdown), kinds);
    return kinds;
  }

  private static void collect(Node node, List<String> kinds) {
    if (!(node instanceof Text) && !(node instanceof Code)) {
      kinds.add(node.getClass().getSimpleName());
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, kinds);
    }
  }

  private static String shown(String markdown) {
    return shown(PARSER.parse(markdown));
  }

  private static String shown(Node node) {
    StringBuilder shown = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            shown.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            shown.append(code.getLiteral());
          }
        });
    return shown.toString();
  }

  private static String textOutsideOfCode(String markdown) {
    StringBuilder outside = new StringBuilder();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                outside.append(text.getLiteral());
              }

              @Override
              public void visit(Code code) {
                outside.append('\u2423');
              }
            });
    return outside.toString();
  }
}
