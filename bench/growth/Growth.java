import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the processor time of each command grows with one size of its input: at n, 2n and 4n. Started
 * by {@code bench/growth/run}.
 *
 * <p>The exponent k is that of c + a·nᵏ through the three times: what a start costs in any case, c,
 * falls out of log₂((t(4n) − t(2n)) ÷ (t(2n) − t(n))). Where the larger inputs take hardly more
 * than the start, there is none.
 */
public final class Growth {
  private static final String BEGIN = "<!-- growth -->";
  private static final String END = "<!-- /growth -->";

  /** Less of a difference than this, in seconds, is noise. */
  private static final double NOISE = 0.15;

  private final Path home;
  private final Path work;
  private int runs = 3;
  private boolean quick;
  private List<String> only = List.of();

  private Growth(Path home, Path work) {
    this.home = home;
    this.work = work;
  }

  /**
   * One thing that an input can have many of.
   *
   * @param n the smallest number of them
   * @param commands the command lines, with IN for the input, OLD for one to compare with and
   *     CLIENTS for a file of clients
   * @param inputs writes the input for a number of them and gives what stands for IN, OLD, CLIENTS
   */
  private record Axis(String name, int n, List<String> commands, IntFunction<Files3> inputs) {}

  private record Files3(String in, String old, String clients) {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("fleetdns-growth");
    try {
      Growth growth = new Growth(Path.of(args[0]), work);
      growth.options(Arrays.asList(args).subList(1, args.length));
      growth.run();
    } finally {
      try (Stream<Path> files = Files.walk(work)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void options(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case "--runs" -> runs = Integer.parseInt(args.get(++i));
        case "--only" -> only = List.of(args.get(++i).split(","));
        case "--quick" -> {
          quick = true;
          runs = 1;
        }
        default ->
            throw new IllegalArgumentException(args.get(i) + "; see bench/growth/run --help");
      }
    }
  }

  private List<Axis> axes() {
    List<String> all =
        List.of(
            "check IN",
            "explain IN",
            "answer IN s0.ai.example.com",
            "traffic IN --service s0.ai.example.com",
            "diff OLD IN --service s0.ai.example.com",
            "report IN -o PAGE",
            "synth IN --out OUT");
    List<String> ofPlan =
        all.stream().filter(c -> !c.startsWith("explain") && !c.startsWith("synth")).toList();
    return List.of(
        new Axis("endpoints of one service", 100, all, this::endpoints),
        new Axis("services", 250, all, this::services),
        new Axis("record sets beside them", 5_000, all, this::records),
        new Axis("zones, a file each", 50, List.of("check IN", "synth IN --out OUT"), this::zones),
        new Axis(
            "groups of clients",
            10_000,
            List.of(
                "traffic IN --clients CLIENTS",
                "diff OLD IN --clients CLIENTS",
                "report IN --clients CLIENTS -o PAGE"),
            this::clients),
        new Axis("record sets of a plan", 2_500, ofPlan, this::plan),
        new Axis("zones of a plan", 250, List.of("check IN"), this::plannedZones));
  }

  private void run() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("| many | command | n | 2n | 4n | seconds at n | 2n | 4n | grows with |");
    lines.add("|---|---|---:|---:|---:|---:|---:|---:|---:|");
    for (Axis axis : axes()) {
      if (!only.isEmpty() && only.stream().noneMatch(axis.name()::contains)) {
        continue;
      }
      int n = quick ? Math.max(2, axis.n() / 50) : axis.n();
      for (String command : axis.commands()) {
        List<Double> seconds = new ArrayList<>();
        List<List<Double>> measured =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int run = 0; run < runs; run++) {
          for (int k = 0; k < 3; k++) {
            measured.get(k).add(seconds(command, axis.inputs().apply(n << k)));
          }
        }
        measured.forEach(m -> seconds.add(m.stream().min(Comparator.naturalOrder()).orElseThrow()));
        String line =
            String.format(
                Locale.ROOT,
                "| %s | `%s` | %,d | %,d | %,d | %.2f | %.2f | %.2f | %s |",
                axis.name(),
                command.substring(0, command.indexOf(' ')),
                n,
                2 * n,
                4 * n,
                seconds.get(0),
                seconds.get(1),
                seconds.get(2),
                exponent(seconds));
        System.out.println(line);
        lines.add(line);
      }
    }
    if (only.isEmpty() && !quick) {
      write(String.join("\n", lines));
    }
  }

  private static String exponent(List<Double> seconds) {
    double first = seconds.get(1) - seconds.get(0);
    double second = seconds.get(2) - seconds.get(1);
    if (second < NOISE || first < NOISE / 3) {
      return "–";
    }
    return String.format(Locale.ROOT, "n^%.1f", Math.log(second / first) / Math.log(2));
  }

  /** The processor time of a command and of all that it starts. */
  private double seconds(String command, Files3 input) throws Exception {
    List<String> line = new ArrayList<>();
    // The bash of the measuring counts what it waited for: Java, and the node that Java starts.
    Path err = work.resolve("err");
    line.addAll(
        List.of(
            "bash",
            "-c",
            "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>'" + err + "'",
            "-",
            home.resolve("fleetdns").toString()));
    for (String word : command.split(" ")) {
      switch (word) {
        case "IN" -> line.addAll(List.of(input.in().split(" ")));
        case "OLD" -> line.add(input.old());
        case "CLIENTS" -> line.add(input.clients());
        case "OUT" -> line.add(work.resolve("out").toString());
        case "PAGE" -> line.add(work.resolve("page.html").toString());
        default -> line.add(word);
      }
    }
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String[] times = new String(process.getInputStream().readAllBytes()).trim().split(" ");
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", line) + ":\n" + Files.readString(err));
    }
    return Double.parseDouble(times[0]) + Double.parseDouble(times[1]);
  }

  // ---- the inputs ----

  /** A hundred record sets are the most in one group, so servers stand in pools of fifty. */
  private Files3 endpoints(int n) {
    int pools = (n + 49) / 50;
    String text =
        servers(n)
            + "pools:\n"
            + join(
                pools,
                "",
                p ->
                    "  p"
                        + p
                        + ": {weighted: {"
                        + join(
                            Math.min(50, n - 50 * p),
                            ", ",
                            i -> "e" + (50 * p + i) + ": " + (i % 7 + 1))
                        + "}}\n")
            + "services:\n  s0: {ttl: 60, route: {weighted: {"
            + join(pools, ", ", p -> "p" + p + ": 1")
            + "}}}\n";
    return fleets("endpoints" + n, text, text.replace("e0: 1", "e0: 2"));
  }

  private Files3 services(int n) {
    String services =
        servers(20)
            + "services:\n"
            + join(
                n,
                "",
                i ->
                    "  s"
                        + i
                        + ": {ttl: 60, route: {weighted: {e"
                        + i % 20
                        + ": 1, e"
                        + (i + 1) % 20
                        + ": 3}}}\n");
    return fleets("services" + n, services, services.replace("e5: 1", "e5: 2"));
  }

  private Files3 records(int n) {
    String head =
        servers(3)
            + "services:\n  s0: {ttl: 60, route: {weighted: {e0: 1, e1: 1, e2: 1}}}\nrecords:\n";
    String records = head + join(n, "", i -> "  r" + i + ": {A: [" + address(i) + ", 9.9.9.9]}\n");
    return fleets("records" + n, records, records.replace("e1: 1", "e1: 2"));
  }

  private Files3 clients(int n) {
    String services =
        servers(20)
            + "services:\n  s0: {ttl: 60, route: {latency: ["
            + join(5, ", ", i -> "e" + i)
            + "]}}\n";
    Files3 fleets = fleets("clients" + n, services, services.replace(", e3", ""));
    String rows = "cidr,weight\n" + join(n, "", i -> address(i) + "/32," + (i % 9 + 1) + "\n");
    return new Files3(fleets.in(), fleets.old(), write("clients" + n + ".csv", rows));
  }

  private Files3 zones(int n) {
    String in =
        join(
            n,
            " ",
            i ->
                write(
                    "zone" + i + ".yaml",
                    "fleet: f" + i + "\nzone: {name: z" + i + ".example.com}\n" + servers(3)));
    return new Files3(in, "", "");
  }

  private Files3 plan(int n) {
    return new Files3(
        write("plan" + n + ".json", plan(1, n)), write("old" + n + ".json", plan(1, n)), "");
  }

  private Files3 plannedZones(int n) {
    return new Files3(write("zones" + n + ".json", plan(n, 4 * n)), "", "");
  }

  /** A plan of Terraform for zones and record sets, every tenth of which goes by weight. */
  private static String plan(int zones, int records) {
    List<String> planned = new ArrayList<>();
    List<String> configured = new ArrayList<>();
    for (int z = 0; z < zones; z++) {
      String address = "aws_route53_zone.z" + z;
      planned.add(resource(address, "\"name\": \"" + zone(z, zones) + "\"", ""));
      configured.add(
          configured(address, "\"name\": {\"constant_value\": \"" + zone(z, zones) + "\"}"));
    }
    for (int i = 0; i < records; i++) {
      String address = "aws_route53_record.r" + i;
      boolean weighted = i < 2 * zones;
      String name = (weighted ? "s0." : "r" + i + ".") + zone(i % zones, zones);
      String policy =
          weighted
              ? ", \"set_identifier\": \"w"
                  + i
                  + "\", \"weighted_routing_policy\": [{\"weight\": "
                  + (i % 200 + 1)
                  + "}]"
              : "";
      planned.add(
          resource(
              address,
              "\"name\": \""
                  + name
                  + "\", \"type\": \"A\", \"ttl\": 60, \"records\": [\""
                  + address(i)
                  + "\"]"
                  + policy,
              "\"zone_id\": true"));
      configured.add(
          configured(
              address,
              "\"zone_id\": {\"references\": [\"aws_route53_zone.z"
                  + i % zones
                  + ".zone_id\", \"aws_route53_zone.z"
                  + i % zones
                  + "\"]}"));
    }
    return "{\"format_version\": \"1.2\", \"terraform_version\": \"1.11.4\", \"planned_values\": {\"root_module\": {\"resources\": ["
        + planned.stream()
            .map(p -> p.replaceAll(", \"change\".*", "}"))
            .collect(Collectors.joining(",\n"))
        + "]}}, \"resource_changes\": ["
        + planned.stream()
            .map(p -> p.replaceFirst("\"values\": .*\\}, \"change\"", "\"change\""))
            .collect(Collectors.joining(",\n"))
        + "], \"configuration\": {\"root_module\": {\"resources\": ["
        + String.join(",\n", configured)
        + "]}}}\n";
  }

  private static String zone(int z, int zones) {
    return zones == 1 ? "ai.example.com" : "z" + z + ".example.com";
  }

  private static String resource(String address, String values, String unknown) {
    String[] parts = address.split("\\.");
    return String.format(
        "{\"address\": \"%s\", \"mode\": \"managed\", \"type\": \"%s\", \"name\": \"%s\", \"provider_name\":"
            + " \"registry.terraform.io/hashicorp/aws\", \"values\": {%s}, \"change\": {\"actions\": [\"create\"],"
            + " \"before\": null, \"after\": {%s}, \"after_unknown\": {\"id\": true%s}}}",
        address, parts[0], parts[1], values, values, unknown.isEmpty() ? "" : ", " + unknown);
  }

  private static String configured(String address, String expressions) {
    String[] parts = address.split("\\.");
    return String.format(
        "{\"address\": \"%s\", \"mode\": \"managed\", \"type\": \"%s\", \"name\": \"%s\","
            + " \"provider_config_key\": \"aws\", \"expressions\": {%s}}",
        address, parts[0], parts[1], expressions);
  }

  private Files3 fleets(String name, String text, String old) {
    String head = "fleet: big\nzone: {name: ai.example.com}\n";
    return new Files3(
        write(name + ".yaml", head + text), write(name + "-old.yaml", head + old), "");
  }

  private static String servers(int n) {
    List<String> regions =
        List.of("us-east-1", "eu-central-1", "ap-northeast-1", "sa-east-1", "eu-west-2");
    return "endpoints:\n"
        + join(
            n,
            "",
            i ->
                "  e"
                    + i
                    + ": {address: "
                    + address(i)
                    + ", capacity: 10, region: "
                    + regions.get(i % 5)
                    + "}\n");
  }

  private static String address(int i) {
    return "52." + (94 + i / 62_500) + "." + i / 250 % 250 + "." + (i % 250 + 1);
  }

  private static String join(int n, String between, IntFunction<String> part) {
    return IntStream.range(0, n).mapToObj(part).collect(Collectors.joining(between));
  }

  private String write(String name, String text) {
    try {
      return Files.writeString(work.resolve(name), text).toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void write(String table) throws IOException {
    Path page = home.resolve("docs/performance.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no " + BEGIN + " … " + END);
    }
    String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    String how =
        String.format(
            Locale.ROOT,
            "Measured on %s: processor seconds of the whole process and of Node.js, the least of %d runs; %d cores, Java"
                + " %s,\nload of the machine over a minute, with the benchmark itself: %s.",
            LocalDate.now(),
            runs,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            load);
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length())
            + "\n\n"
            + table
            + "\n\n"
            + how
            + "\n\n"
            + text.substring(end));
    System.err.println("bench: wrote the table of " + page);
  }
}
