import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whole processes side by side: each way to the same records in turn, so often, for each size; the
 * medians, the ratios to the plain loop in Java CDKTF, and the most memory that all processes of a
 * run had together. Started by {@code bench/run}.
 */
public final class Bench {
  private static final String BASELINE = "java-cdktf";
  private static final String CDKTF_BASELINE = "cdktf-usual";
  private static final String BEGIN = "<!-- bench:begin -->";
  private static final String END = "<!-- bench:end -->";

  private final Path home;
  private final Path work;
  private int runs = 5;
  private List<Integer> sizes = List.of(3, 1000, 10000);
  private List<String> only = List.of();
  private boolean quick;

  private Bench(Path home, Path work) {
    this.home = home;
    this.work = work;
  }

  /**
   * A way to the records; the command gets N and an output directory put in.
   *
   * @param baseline the way that it is compared with
   * @param most the most records that it is measured with
   * @param folder where it runs
   * @param usable whether it is installed
   */
  private record Way(
      String id,
      String name,
      String baseline,
      int most,
      Path folder,
      List<String> command,
      boolean usable) {}

  private Way way(String id, String name, int most, List<String> command, boolean usable) {
    return new Way(id, name, BASELINE, most, work, command, usable);
  }

  /** What was measured of a way for a size: seconds of each run, and megabytes. */
  private record Result(List<Double> seconds, double megabytes) {
    double median() {
      List<Double> sorted = seconds.stream().sorted().toList();
      int half = sorted.size() / 2;
      return sorted.size() % 2 == 1
          ? sorted.get(half)
          : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("floor")) {
      floor(Integer.parseInt(args[1]), Path.of(args[2]));
      return;
    }
    Path home = Path.of(args[0]);
    Path work = Files.createTempDirectory("fleetdns-bench");
    try {
      Bench bench = new Bench(home, work);
      bench.options(Arrays.asList(args).subList(1, args.length));
      bench.run();
    } finally {
      delete(work);
    }
  }

  private void options(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case "--quick" -> {
          quick = true;
          runs = 1;
          sizes = List.of(3);
          only = List.of("fleetdns", "check", "floor");
        }
        case "--runs" -> runs = Integer.parseInt(args.get(++i));
        case "--records" ->
            sizes = Stream.of(args.get(++i).split(",")).map(Integer::valueOf).toList();
        case "--only" -> only = List.of(args.get(++i).split(","));
        default -> throw new IllegalArgumentException(args.get(i)); // bench/run lets none through.
      }
    }
  }

  // ---- the ways ----

  private List<Way> ways() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path peers = home.resolve("bench/peers");
    Path npm = peers.resolve("npm");
    boolean fromNpm = Files.isDirectory(npm.resolve("node_modules/cdktf"));
    String fleetdns = home.resolve("fleetdns").toString();
    List<Way> ways = new ArrayList<>();
    ways.add(
        way(
            "fleetdns",
            "**`fleetdns synth`**: reading, checking, rules, synthesis, table",
            Integer.MAX_VALUE,
            List.of(fleetdns, "synth", "FLEET", "--out", "OUT"),
            true));
    ways.add(
        way(
            "check",
            "**`fleetdns check`**",
            Integer.MAX_VALUE,
            List.of(fleetdns, "check", "FLEET"),
            true));
    ways.add(
        javaWay(BASELINE, "Java CDKTF 0.19.2, a plain loop", peers.resolve("java-cdktf"), java));
    ways.add(
        way(
            "ts-cdktf-whole",
            "TypeScript CDKTF 0.19.2, importing the whole provider",
            Integer.MAX_VALUE,
            List.of("node", npm.resolve("cdktf.js").toString(), "whole", "N", "OUT"),
            fromNpm));
    ways.add(
        way(
            "ts-cdktf-deep",
            "TypeScript CDKTF 0.19.2, importing what is used",
            Integer.MAX_VALUE,
            List.of("node", npm.resolve("cdktf.js").toString(), "deep", "N", "OUT"),
            fromNpm));
    ways.add(
        way(
            "cdk",
            "AWS CDK 2.276 in JavaScript, without its validation of templates",
            Integer.MAX_VALUE,
            List.of("node", npm.resolve("cdk.js").toString(), "N", "OUT"),
            fromNpm));
    ways.add(
        way(
            "cdk-validated",
            "AWS CDK 2.276 in JavaScript, as it is by default",
            1000,
            List.of("node", npm.resolve("cdk.js").toString(), "N", "OUT", "validate"),
            fromNpm));
    ways.add(javaWay("java-cdk", "AWS CDK 2.150 in Java", peers.resolve("java-cdk"), java));
    ways.add(
        way(
            "floor",
            "a JVM that writes the same JSON with Jackson: the floor",
            Integer.MAX_VALUE,
            List.of(
                java, "-cp", compiledFloor() + ":" + classpath(home), "Bench", "floor", "N", "OUT"),
            true));
    ways.addAll(cdktfWays(fleetdns));
    return ways.stream()
        .filter(way -> only.isEmpty() || only.contains(way.id()))
        .filter(
            way -> {
              if (!way.usable()) {
                System.err.println("bench: left out, not installed: " + way.name());
              }
              return way.usable();
            })
        .toList();
  }

  /** The way through CDKTF's command line, which is asked for three records only. */
  private List<Way> cdktfWays(String fleetdns) throws IOException {
    String cdktf = System.getenv().getOrDefault("CDKTF", "");
    List<String> command = List.of(cdktf, "synth");
    Path usual = cdktfFolder(CDKTF_BASELINE, "mvn -q compile exec:java");
    Path peer = home.resolve("bench/peers/java-cdktf");
    Files.copy(peer.resolve("usual.xml"), usual.resolve("pom.xml"));
    Path source = Path.of("src/main/java/Loop.java");
    Files.createDirectories(usual.resolve(source).getParent());
    Files.copy(peer.resolve(source), usual.resolve(source));
    Path ours = cdktfFolder("cdktf-fleetdns", fleetdns + " synth");
    Files.copy(fleet(3), ours.resolve("fleet.yaml"));
    return List.of(
        new Way(
            "cdktf-fleetdns",
            "**`cdktf synth` with `./fleetdns synth`**",
            CDKTF_BASELINE,
            3,
            ours,
            command,
            !cdktf.isEmpty()),
        new Way(
            CDKTF_BASELINE,
            "`cdktf synth` with `mvn -q compile exec:java`, as it is usual",
            CDKTF_BASELINE,
            3,
            usual,
            command,
            !cdktf.isEmpty()));
  }

  private Path cdktfFolder(String name, String app) throws IOException {
    Path folder = Files.createDirectories(work.resolve(name));
    Files.writeString(
        folder.resolve("cdktf.json"),
        "{\"language\": \"java\", \"app\": \"" + app + "\", \"sendCrashReports\": \"false\"}");
    return folder;
  }

  private Way javaWay(String id, String name, Path folder, String java) throws IOException {
    boolean usable = Files.exists(folder.resolve("target/classes/Loop.class"));
    String path = usable ? folder.resolve("target/classes") + ":" + classpath(folder) : "";
    return way(id, name, Integer.MAX_VALUE, List.of(java, "-cp", path, "Loop", "N", "OUT"), usable);
  }

  private static String classpath(Path project) throws IOException {
    return Files.readString(project.resolve("target/classpath")).strip();
  }

  /** This file compiled, so that the floor is not measured with a compiler in it. */
  private Path compiledFloor() throws IOException {
    Path classes = Files.createDirectories(work.resolve("floor"));
    int exit =
        javax.tools.ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-nowarn",
                "-proc:none",
                "-cp",
                classpath(home),
                "-d",
                classes.toString(),
                home.resolve("bench/Bench.java").toString());
    if (exit != 0) {
      throw new IOException("bench/Bench.java does not compile");
    }
    return classes;
  }

  /** What CDKTF writes for these records, with a JSON library and nothing else. */
  private static void floor(int records, Path out) throws IOException {
    Files.createDirectories(out);
    try (JsonGenerator json =
        new ObjectMapper()
            .getFactory()
            .createGenerator(Files.newOutputStream(out.resolve("cdk.tf.json")))
            .useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeObjectFieldStart("resource");
      json.writeObjectFieldStart("aws_route53_record");
      for (int i = 0; i < records; i++) {
        String name = name(i) + "-record";
        json.writeObjectFieldStart(name);
        json.writeObjectFieldStart("//");
        json.writeObjectFieldStart("metadata");
        json.writeStringField("path", "bench/" + name);
        json.writeStringField("uniqueId", name);
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("name", name(i) + ".ai.example.com");
        json.writeArrayFieldStart("records");
        json.writeString(address(i));
        json.writeEndArray();
        json.writeNumberField("ttl", 60);
        json.writeStringField("type", "A");
        json.writeStringField("zone_id", "${aws_route53_zone.zone.zone_id}");
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static String name(int i) {
    return String.format(Locale.ROOT, "s%05d", i);
  }

  private static String address(int i) {
    return "52." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255);
  }

  private Path fleet(int records) throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            "fleet: bench\nzone: {name: ai.example.com}\ndefaults: {ttl: 60}\nendpoints:\n");
    for (int i = 0; i < records; i++) {
      yaml.append("  ").append(name(i)).append(": {address: ").append(address(i)).append("}\n");
    }
    return Files.writeString(work.resolve("fleet-" + records + ".yaml"), yaml);
  }

  // ---- measuring ----

  private void run() throws Exception {
    List<Way> ways = ways();
    Map<Integer, Map<Way, Result>> results = new LinkedHashMap<>();
    for (int size : sizes) {
      results.put(size, measure(ways, size, fleet(size)));
    }
    String table = table(ways, results);
    System.out.println(table);
    if (!quick && only.isEmpty()) {
      write(table);
    }
  }

  private Map<Way, Result> measure(List<Way> ways, int size, Path fleet) throws Exception {
    Map<Way, Result> results = new LinkedHashMap<>();
    List<Way> fitting = ways.stream().filter(way -> size <= way.most()).toList();
    for (Way way : fitting) {
      // The first run fills caches; memory is watched in one that is not timed.
      once(way, size, fleet);
      results.put(way, new Result(new ArrayList<>(), quick ? 0 : peakMegabytes(way, size, fleet)));
    }
    for (int run = 1; run <= runs; run++) {
      for (Way way : fitting) {
        double seconds = once(way, size, fleet);
        results.get(way).seconds().add(seconds);
        System.err.printf(
            Locale.ROOT, "bench: N=%d run %d %s %.2f s%n", size, run, way.id(), seconds);
      }
    }
    return results;
  }

  private double once(Way way, int size, Path fleet) throws Exception {
    long begin = System.nanoTime();
    Process process = start(way, size, fleet);
    int exit = process.waitFor();
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (exit != 0) {
      throw new IOException(way.id() + " failed:\n" + Files.readString(work.resolve("log")));
    }
    return seconds;
  }

  private Process start(Way way, int size, Path fleet) throws IOException {
    List<String> command =
        way.command().stream()
            .map(
                argument ->
                    switch (argument) {
                      case "N" -> String.valueOf(size);
                      case "OUT" -> work.resolve("out-" + way.id()).toString();
                      case "FLEET" -> fleet.toString();
                      default -> argument;
                    })
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(way.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("log").toFile());
    builder.environment().put("CHECKPOINT_DISABLE", "1");
    builder.environment().put("CI", "1");
    builder.environment().remove("NODE_OPTIONS");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /**
   * The most that all processes of a run had in memory at the same time, looked at 40 times a
   * second.
   */
  private double peakMegabytes(Way way, int size, Path fleet) throws Exception {
    Process process = start(way, size, fleet);
    long peak = 0;
    while (process.isAlive()) {
      long sum =
          Stream.concat(Stream.of(process.toHandle()), process.descendants())
              .mapToLong(Bench::residentKilobytes)
              .sum();
      peak = Math.max(peak, sum);
      Thread.sleep(25);
    }
    return peak / 1024.0;
  }

  private static long residentKilobytes(ProcessHandle process) {
    try {
      Path status = Path.of("/proc/" + process.pid() + "/status");
      if (!Files.exists(Path.of("/proc/self/status"))) {
        return ps(process);
      }
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | RuntimeException e) {
      return 0; // it has ended
    }
  }

  private static long ps(ProcessHandle process) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + process.pid()).start();
    String text = new String(ps.getInputStream().readAllBytes()).strip();
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  // ---- the table ----

  private String table(List<Way> ways, Map<Integer, Map<Way, Result>> results) {
    StringBuilder text = new StringBuilder("| |");
    sizes.forEach(size -> text.append(String.format(Locale.US, " N = %,d |", size)));
    text.append("\n|---|").append("---|".repeat(sizes.size())).append("\n");
    for (Way way : ways) {
      text.append("| ").append(way.name()).append(" |");
      for (int size : sizes) {
        Result result = results.get(size).get(way);
        Optional<Result> base =
            ways.stream()
                .filter(other -> other.id().equals(way.baseline()))
                .findFirst()
                .map(results.get(size)::get);
        text.append(result == null ? " – |" : " " + cell(result, base) + " |");
      }
      text.append("\n");
    }
    return text.toString();
  }

  private static String cell(Result result, Optional<Result> base) {
    String ratio =
        base.map(b -> String.format(Locale.ROOT, "**%.2f** · ", result.median() / b.median()))
            .orElse("");
    String memory =
        result.megabytes() == 0 ? "" : String.format(Locale.ROOT, " · %.0f MB", result.megabytes());
    return ratio + String.format(Locale.ROOT, "%.2f s", result.median()) + memory;
  }

  private void write(String table) throws IOException {
    Path page = home.resolve("docs/performance.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no " + BEGIN + " … " + END);
    }
    String machine =
        String.format(
            Locale.ROOT,
            "Measured on %s: %d cores, %s %s, Java %s, medians of %d runs.",
            LocalDate.now(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            runs);
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length())
            + "\n\n"
            + machine
            + "\n\n"
            + table
            + "\n"
            + text.substring(end));
    System.err.println("bench: wrote the table of " + page);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
