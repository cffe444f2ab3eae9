package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads hosted zones out of Terraform: JSON configuration, plans and states.
 *
 * <p>What only Terraform can tell is reported, by record, and the rest is read nevertheless.
 */
public final class TerraformReader {
  /** What stands at the top of a configuration in JSON. */
  private static final Set<String> CONFIGURATION =
      Set.of(
          "resource",
          "data",
          "module",
          "provider",
          "terraform",
          "variable",
          "locals",
          "output",
          "moved",
          "import",
          "removed",
          "check");

  private TerraformReader() {}

  /** What a JSON text is. */
  public enum Kind {
    /** A configuration in JSON. */
    CONFIGURATION,
    /** {@code terraform show -json} of a plan. */
    PLAN,
    /** {@code terraform show -json} of a state. */
    STATE,
    /** Terraform's own state file. */
    STATE_FILE,
    /** What Route 53's API lists. */
    LISTING,

    /** JSON of something else. */
    OTHER
  }

  /**
   * A JSON text that was read.
   *
   * @param source what problems call it
   * @param kind what it is
   */
  public record Document(String source, Kind kind, Content content) {}

  /** The values of a document, for {@link TerraformReader} alone. */
  public static final class Content {
    private final Node root;

    private Content(Node root) {
      this.root = root;
    }

    Node root() {
      return root;
    }

    /** The names of the members at the top. */
    public Set<String> keys() {
      return root instanceof Node.Obj object
          ? Set.copyOf(object.members().stream().map(Map.Entry::getKey).toList())
          : Set.of();
    }
  }

  /**
   * What was read.
   *
   * @param after the zones; of a plan, those that it leads to
   * @param before of a plan, the zones before it
   * @param changes of a plan, what it does to resources of Route 53
   * @param problems everything that is wrong or could not be resolved in {@code after}, by place
   * @param sensitive texts that Terraform would not show
   */
  public record Result(
      List<TerraformZone> after,
      List<TerraformZone> before,
      List<ResourceChange> changes,
      List<Problem> problems,
      Set<String> sensitive) {
    /** Copies the lists. */
    public Result {
      after = List.copyOf(after);
      before = List.copyOf(before);
      changes = List.copyOf(changes);
      problems = List.copyOf(problems);
      sensitive = Set.copyOf(sensitive);
    }
  }

  /**
   * Reads a JSON text and tells what it is.
   *
   * @param source what problems call it
   * @param problems takes what is wrong with it
   * @return empty if it is no JSON
   */
  public static Optional<Document> document(String source, String text, List<Problem> problems) {
    return JsonText.read(source, text, problems)
        .map(root -> new Document(source, kind(root), new Content(root)));
  }

  private static Kind kind(Node root) {
    boolean shown = !root.get("format_version").isNothing();
    if (shown && (has(root, "planned_values") || has(root, "resource_changes"))) {
      return Kind.PLAN;
    }
    if (shown) {
      return Kind.STATE;
    }
    if (has(root, "lineage") && has(root, "serial")) {
      return Kind.STATE_FILE;
    }
    boolean configuration =
        root.blocks().stream()
            .flatMap(block -> block.members().stream())
            .anyMatch(member -> CONFIGURATION.contains(member.getKey()));
    if (!configuration && Listing.KEYS.stream().anyMatch(key -> has(root, key))) {
      return Kind.LISTING;
    }
    return configuration ? Kind.CONFIGURATION : Kind.OTHER;
  }

  private static boolean has(Node root, String name) {
    return !root.get(name).isNothing();
  }

  /**
   * Reads a configuration.
   *
   * @param files the files of one directory, in the order of their names
   * @param overrides those that override others, in the order of their names
   */
  public static Result configuration(List<Document> files, List<Document> overrides) {
    List<Problem> problems = new ArrayList<>();
    ConfigFiles merged = new ConfigFiles(problems);
    files.forEach(file -> merged.add(file.content().root, false));
    overrides.forEach(file -> merged.add(file.content().root, true));
    Sensitive sensitive = new Sensitive();
    Resources read = ConfigReader.read(merged, problems, sensitive);
    Besides.problem(read.all()).ifPresent(problems::add);
    return result(zones(read, Map::of), List.of(), List.of(), problems, sensitive.texts());
  }

  /** Reads the JSON of a plan. */
  public static Result plan(Document document) {
    Optional<Problem> version = version(document);
    if (version.isPresent()) {
      return new Result(List.of(), List.of(), List.of(), List.of(version.get()), Set.of());
    }
    Node plan = document.content().root;
    List<Problem> problems = new ArrayList<>();
    if (plan.get("errored").text().filter("true"::equals).isPresent()) {
      problems.add(
          Problem.warning(
              plan.get("errored").at(),
              ReadRules.UNRESOLVED,
              "Terraform stopped with an error while it made this plan, which may lack resources"));
    }
    Resources after = PlanReader.after(plan);
    Besides.problem(after.all()).ifPresent(problems::add);
    return result(
        zones(after, () -> PlanReader.dependencies(plan)),
        zones(PlanReader.before(plan), Map::of),
        PlanReader.changes(plan),
        problems,
        Sensitive.ofPlan(plan));
  }

  /** Reads the JSON of a state. */
  public static Result state(Document document) {
    Optional<Problem> version = version(document);
    if (version.isPresent()) {
      return new Result(List.of(), List.of(), List.of(), List.of(version.get()), Set.of());
    }
    List<Resource> resources =
        ValuesReader.read(document.content().root.get("values")).stream()
            .map(ValuesReader.Instance::read)
            .toList();
    return result(
        zones(Resources.of(resources, true), Map::of),
        List.of(),
        List.of(),
        Besides.problem(resources).stream().toList(),
        Sensitive.ofState(document.content().root));
  }

  /** Reads what Route 53's API lists; the documents belong together. */
  public static Result listing(List<Document> documents) {
    List<Problem> problems = new ArrayList<>();
    Resources resources = Listing.read(documents, problems);
    return result(ZonesReader.read(resources), List.of(), List.of(), problems, Set.of());
  }

  private static List<TerraformZone> zones(
      Resources resources, Supplier<Map<String, Set<String>>> dependencies) {
    List<TerraformZone> zones = ZonesReader.read(resources);
    TerraformGraph graph = GraphReader.read(resources, dependencies);
    return zones.stream().map(zone -> zone.with(graph)).toList();
  }

  /** Terraform promises to keep to the format while the major version stays. */
  private static Optional<Problem> version(Document document) {
    Node version = document.content().root.get("format_version");
    String text = version.text().orElse("");
    return text.matches("[01]\\.\\d+")
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                version.isNothing() ? Location.startOf(document.source()) : version.at(),
                "terraform-version",
                "the format version is \""
                    + text
                    + "\", and 1.x is what is read here; write it with `terraform show -json` of"
                    + " Terraform 1, or look for a newer fleetdns"));
  }

  private static Result result(
      List<TerraformZone> after,
      List<TerraformZone> before,
      List<ResourceChange> changes,
      List<Problem> problems,
      Set<String> sensitive) {
    List<Problem> all = new ArrayList<>(problems);
    after.forEach(zone -> all.addAll(zone.problems()));
    all.sort(Comparator.comparing(Problem::location));
    return new Result(after, before, changes, all, sensitive);
  }
}
