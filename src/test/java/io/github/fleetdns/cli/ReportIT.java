package io.github.fleetdns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import picocli.CommandLine.Help.Ansi;

/**
 * The report in a real browser: Chromium and its driver, of the PATH; skipped where they are not.
 */
class ReportIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FLEET = "examples/capacity-planning/fleet.yaml";
  private static final List<String> ENDPOINTS =
      List.of(
          "us-east-1-ai-server",
          "us-west-1-ai-server",
          "eu-central-1-ai-server",
          "eu-west-1-ai-server",
          "ap-south-1-ai-server");

  /** Whatever a page might wait for or ask; each throws and leaves a trace. */
  private static final String BLOCKED =
      """
      (() => {
        const stop = (what) => function () { window.asked = what; throw new Error(what + ' is blocked'); };
        for (const what of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback',
            'queueMicrotask', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Date', 'Worker']) {
          window[what] = stop(what);
        }
        performance.now = stop('performance.now');
        navigator.sendBeacon = stop('sendBeacon');
      })();
      """;

  @TempDir private static Path folder;
  private static ChromeDriver browser;
  private static Path page;

  @BeforeAll
  static void open() throws Exception {
    Optional<File> chromium = onPath("chromium").or(() -> onPath("google-chrome"));
    Optional<File> driver = onPath("chromedriver");
    assumeTrue(
        chromium.isPresent() && driver.isPresent(), "no chromium and chromedriver on the PATH");
    page = report("report.html", FLEET, "--demand", "1200");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=" + Files.createDirectory(folder.resolve("profile")));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.get())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    browser = new ChromeDriver(service, options);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void load() {
    browser.manage().window().setSize(new Dimension(1280, 1500));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    browser.get(page.toUri().toString());
  }

  @Test
  void itLoadsWithoutAWordOnTheConsole() {
    assertThat(browser.getTitle()).isEqualTo("Who serves whom: aiapp.example.com");
    assertThat(console()).isEmpty();
    assertThat(browser.findElements(By.cssSelector(".endpoint"))).hasSize(5);
    assertThat(status())
        .isEqualTo("Nothing lost: no answer 0 %; fullest ap-south-1-ai-server 84.1 %.");
  }

  @Test
  void aClickOnAnEndpointShowsWhatTheCommandLinePrintsForThatLoss() throws Exception {
    JsonNode traffic = traffic();
    for (int i = 0; i < ENDPOINTS.size(); i++) {
      String lost = ENDPOINTS.get(i);
      row(lost).click();
      JsonNode scenario = traffic.at("/services/0/losses/" + i);
      assertThat(scenario.at("/lost/name").asText(scenario.at("/name").asText())).isEqualTo(lost);
      assertBarsAre(scenario, lost);
      for (String country : List.of("IN", "DE", "BR", "JP", "ZA")) {
        assertThat(servedBy(country))
            .as(country + " without " + lost)
            .isEqualTo(answer(country, lost));
      }
      row(lost).click();
    }
    assertThat(status()).startsWith("Nothing lost");
    assertThat(console()).isEmpty();
  }

  @Test
  void severalCanFailAndTheMapFollows() throws Exception {
    String before = fill("IN");
    row("ap-south-1-ai-server").click();
    String without = fill("IN");
    assertThat(without).isNotEqualTo(before);
    row("eu-west-1-ai-server").click();
    assertThat(fill("IN")).isNotIn(before, without);
    assertThat(servedBy("IN"))
        .isEqualTo(answer("IN", "ap-south-1-ai-server", "eu-west-1-ai-server"));
    assertThat(status()).startsWith("eu-west-1-ai-server and ap-south-1-ai-server lost");
    browser.findElement(By.id("reset")).click();
    assertThat(fill("IN")).isEqualTo(before);
  }

  @Test
  void allOfThemMayFail() {
    ENDPOINTS.forEach(endpoint -> row(endpoint).click());
    assertThat(status()).contains("sent to what is lost 100 %");
    assertThat(browser.findElement(By.id("limit")).isDisplayed()).isFalse();
  }

  @Test
  void theTableOfLossesIsTheCommandLinesAndShowsALossOnTheMap() {
    List<WebElement> losses = browser.findElements(By.cssSelector(".show"));
    assertThat(losses.get(0).getText())
        .isEqualTo("endpoint ap-south-1-ai-server, region ap-south-1, its health check");
    String printed = run("traffic", FLEET, "--demand", "1200");
    assertThat(losses)
        .isNotEmpty()
        .allSatisfy(loss -> assertThat(printed).contains("\n" + loss.getText() + "  "));
    losses.get(0).click();
    assertThat(status()).startsWith("ap-south-1-ai-server lost: 63.1 % of all traffic moves");
    assertThat(losses.get(0).getDomAttribute("aria-pressed")).isEqualTo("true");
  }

  @Test
  void whatIsLostStaysInView() {
    row("ap-south-1-ai-server").click();
    browser.executeScript("window.scrollTo(0, 600)");
    assertThat(browser.findElement(By.id("status")).getRect().y - 600).isBetween(-1, 1);
  }

  @Test
  void twoHundredEndpointsAreTwoScreensUntilTheyAreUnfolded() throws Exception {
    Path fleet = folder.resolve("fleet-size.yaml");
    Files.writeString(fleet, LargeFleet.of(200));
    browser.get(report("large.html", fleet.toString()).toUri().toString());

    assertThat((Long) browser.executeScript("return document.documentElement.scrollHeight"))
        .isLessThan(2 * 1200L);
    assertThat(browser.findElements(By.cssSelector(".group"))).hasSize(20);
    assertThat(browser.findElements(By.cssSelector(".pin"))).hasSize(20);
    WebElement pin = browser.findElement(By.cssSelector(".pin[data-endpoint='0']"));
    assertThat(pin.getText()).contains("10");
    browser.executeScript("arguments[0].dispatchEvent(new Event('click'))", pin);
    WebElement group = browser.findElement(By.cssSelector(".group[open]"));
    assertThat(group.findElements(By.cssSelector(".endpoint"))).hasSize(10);

    group.findElements(By.cssSelector(".endpoint")).get(0).click();
    assertThat(status()).startsWith("us-east-1-gpu-1 lost: ");
    browser.findElement(By.cssSelector(".group[open] .fail")).click();
    assertThat(status()).startsWith("region us-east-1 lost: ");
    browser.findElement(By.id("find")).sendKeys("eu-west-1-gpu-7");
    assertThat(browser.findElements(By.cssSelector(".endpoint"))).hasSize(1);
    assertThat(console()).isEmpty();
  }

  @Test
  void theKeyboardIsEnough() {
    WebElement pin = browser.findElement(By.cssSelector(".pin[data-endpoint='4']"));
    browser.executeScript("arguments[0].focus()", pin);
    pin.sendKeys(Keys.ENTER);
    assertThat(status()).startsWith("ap-south-1-ai-server lost");
    assertThat(pin.getDomAttribute("aria-pressed")).isEqualTo("true");
    WebElement row = row("ap-south-1-ai-server");
    row.sendKeys(Keys.SPACE);
    assertThat(status()).startsWith("Nothing lost");
    browser.findElement(By.id("filter")).sendKeys("germany");
    assertThat(browser.findElements(By.cssSelector("#rows tr"))).hasSize(1);
  }

  @Test
  void neitherClockNorNetworkIsNeeded() {
    Map<String, Object> added =
        browser.executeCdpCommand(
            "Page.addScriptToEvaluateOnNewDocument", Map.of("source", BLOCKED));
    try {
      browser.executeCdpCommand("Network.enable", Map.of());
      browser.executeCdpCommand(
          "Network.emulateNetworkConditions",
          Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
      browser.navigate().refresh();
      row("ap-south-1-ai-server").click();
      assertThat(status()).startsWith("ap-south-1-ai-server lost: 63.1 % of all traffic moves");
      assertThat(browser.executeScript("return window.asked")).isNull();
      assertThat(browser.executeScript("return performance.getEntriesByType('resource').length"))
          .isEqualTo(0L);
      assertThat(console()).isEmpty();
    } finally {
      browser.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", added);
      browser.executeCdpCommand("Network.disable", Map.of());
    }
  }

  @Test
  void itFitsAPhoneAndHasADarkMode() throws Exception {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 375, "height", 1200, "deviceScaleFactor", 2, "mobile", true));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    row("ap-south-1-ai-server").click();
    assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
        .isEqualTo(375L);
    assertThat(browser.findElement(By.tagName("body")).getCssValue("background-color"))
        .isEqualTo("rgba(22, 24, 27, 1)");
    browser.executeScript("window.scrollTo(0, 0)");
    screenshot("report-phone-dark.png");
  }

  @Test
  void onPaperThereAreNoButtonsAndEverythingIsOpen() {
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    browser.executeScript("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.findElement(By.id("reset")).isDisplayed()).isFalse();
    assertThat(browser.findElement(By.cssSelector(".losses")).isDisplayed()).isTrue();
    assertThat(browser.findElement(By.cssSelector("pre")).isDisplayed()).isTrue();
    assertThat(browser.findElement(By.cssSelector("pre")).getText()).contains("geolocation");
  }

  @Test
  void aPictureForTheDocumentation() throws Exception {
    row("ap-south-1-ai-server").click();
    browser.executeScript("window.scrollTo(0, 0)");
    screenshot("report.png");
  }

  @Test
  void beforeAndAfterAChange() throws Exception {
    Path old =
        Files.writeString(
            folder.resolve("old.yaml"),
            Files.readString(Path.of(FLEET))
                .replace("eu-west-1-ai-server, ap-south-1", "ap-south-1"));
    Path compared = report("compared.html", FLEET, "--against", old.toString(), "--demand", "1200");
    browser.get(compared.toUri().toString());
    assertThat(servedBy("NG")).isEqualTo("eu-west-1-ai-server");
    String diff = run("diff", old.toString(), FLEET);
    String moved = diff.replaceAll("(?s).* A: ([0-9.]+ %) of the traffic moves.*", "$1");
    assertThat(browser.findElement(By.cssSelector(".moves")).getText().replace('\u00a0', ' '))
        .startsWith(moved + " of the traffic of api.aiapp.example.com A moves");
    browser.findElement(By.id("moved")).click();
    assertThat(place("NG").getDomAttribute("class")).doesNotContain("unmoved");
    assertThat(place("IN").getDomAttribute("class")).contains("unmoved");
    browser.findElement(By.cssSelector("input[name=version][value='0']")).click();
    assertThat(servedBy("NG")).isNotEqualTo("eu-west-1-ai-server");
    assertThat(console()).isEmpty();
  }

  // ---- what the page says ----

  private static WebElement row(String endpoint) {
    return browser.findElements(By.cssSelector(".endpoint")).stream()
        .filter(row -> row.findElement(By.className("name")).getText().equals(endpoint))
        .findFirst()
        .orElseThrow();
  }

  private static String status() {
    return browser.findElement(By.id("status")).getText();
  }

  private static WebElement place(String code) {
    return browser.findElement(By.cssSelector("#places [data-place='" + code + "']"));
  }

  private static String fill(String code) {
    return place(code).getCssValue("fill");
  }

  /** The third cell of the table by place. */
  private static String servedBy(String code) {
    String cell =
        (String)
            browser.executeScript(
                "return [...document.querySelectorAll('#rows tr')].find((row) =>"
                    + " row.cells[0].textContent.endsWith(`(${arguments[0]})`)).cells[2].textContent",
                code);
    return cell.replace('\u00a0', ' ');
  }

  private static List<String> console() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  private static void assertBarsAre(JsonNode scenario, String lost) {
    for (String endpoint : ENDPOINTS) {
      JsonNode share = find(scenario.get("shares"), endpoint);
      JsonNode use = find(scenario.get("utilisation"), endpoint);
      double part = share.path("share").asDouble(0);
      String numbers = row(endpoint).findElement(By.className("numbers")).getText();
      assertThat(numbers).startsWith(percent(part));
      if (!endpoint.equals(lost)) {
        double used = use.get("utilisation").asDouble();
        assertThat(numbers).contains(": " + percent(used));
        assertThat(numbers.contains("over capacity")).isEqualTo(used > 1);
        double width =
            Double.parseDouble(
                row(endpoint).findElement(By.className("now")).getDomAttribute("width"));
        assertThat(width)
            .isCloseTo(Math.min(100, used * 100), org.assertj.core.api.Assertions.within(1e-6));
      }
    }
  }

  private static JsonNode find(JsonNode list, String endpoint) {
    for (JsonNode node : list) {
      if (node.path("endpoint").asText().equals(endpoint)) {
        return node;
      }
    }
    return MAPPER.createObjectNode();
  }

  private static String percent(double share) {
    String text =
        java.math.BigDecimal.valueOf(share * 100)
            .setScale(1, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    return text + " %";
  }

  // ---- what the command line says ----

  private static JsonNode traffic() throws Exception {
    return MAPPER.readTree(run("traffic", FLEET, "--demand", "1200", "--format", "json"));
  }

  /** Who serves a country, in the words of the report. */
  private static String answer(String country, String... down) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("answer", FLEET, "api", "--country", country));
    for (String endpoint : down) {
      arguments.addAll(List.of("--down", endpoint));
    }
    arguments.addAll(List.of("--format", "json"));
    List<JsonNode> answers = new ArrayList<>();
    MAPPER.readTree(run(arguments.toArray(String[]::new))).get("answers").forEach(answers::add);
    answers.sort(Comparator.comparingDouble(a -> -a.get("share").asDouble()));
    List<String> parts = new ArrayList<>();
    for (JsonNode answer : answers) {
      int number = answer.at("/records/0").asText().charAt("52.94.1.".length()) - '1';
      double share = answer.get("share").asDouble();
      parts.add(ENDPOINTS.get(number) + (share < 1 ? " " + percent(share) : ""));
    }
    return String.join(", ", parts);
  }

  private static Path report(String name, String... arguments) throws Exception {
    Path target = folder.resolve(name);
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("-o", target.toString()));
    assertThat(run(all.toArray(String[]::new))).contains("Wrote " + target);
    return target;
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, Ansi.OFF);
    int exit = Main.run(terminal, arguments);
    assertThat(exit).as(err.toString()).isZero();
    return out.toString();
  }

  // ---- the machine ----

  private static Optional<File> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> new File(directory, program))
        .filter(File::canExecute)
        .findFirst();
  }

  /** With -Dfleetdns.update=true the documentation's picture is taken anew. */
  private static void screenshot(String name) throws Exception {
    File taken = browser.getScreenshotAs(OutputType.FILE);
    assertThat(taken.length()).isGreaterThan(20_000);
    if (Boolean.getBoolean("fleetdns.update")) {
      Files.copy(taken.toPath(), Path.of("docs", name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
