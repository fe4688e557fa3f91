package io.keycheck.reports.html;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A Chromium without a window that shows one page after another. */
public final class Browser implements AutoCloseable {
  private final ChromeDriver driver;
  private final Path folder;
  private final String axe;

  private Browser(ChromeDriver driver, Path folder, String axe) {
    this.driver = driver;
    this.folder = folder;
    this.axe = axe;
  }

  /** Starts the machine's Chromium; without one, the calling test is skipped and says so. */
  public static Browser start(Path folder) throws IOException {
    Optional<Path> chromium = onPath("chromium");
    Optional<Path> chromedriver = onPath("chromedriver");
    Assumptions.assumeTrue(
        chromium.isPresent() && chromedriver.isPresent(),
        "No browser looks at the page: chromium or chromedriver is not on the PATH (Debian:"
            + " apt-get install chromium chromium-driver).");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("profile"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.get().toFile())
            .usingAnyFreePort()
            .build();
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      String axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return new Browser(new ChromeDriver(service, options), folder, axe);
    }
  }

  /** Shows a page at a width of the window, in light or dark. */
  public void show(String html, int width, String scheme) throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(page, html);
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    media("screen", scheme);
    driver.get(page.toUri().toString());
  }

  /** Shows it on another medium, {@code print} for paper. */
  public void media(String media, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Opens every fold. */
  public void unfold() {
    ask("document.querySelectorAll('details').forEach(fold => fold.open = true)");
  }

  /** Returns what a script of the test returns; the page itself may run none. */
  public Object ask(String script) {
    return driver.executeScript(script);
  }

  /** Returns a number that a script reckons. */
  public long number(String expression) {
    return ((Number) ask("return " + expression)).longValue();
  }

  /** Returns a text that a script finds. */
  public String text(String expression) {
    return (String) ask("return " + expression);
  }

  /** Returns what is to be read of an element. */
  public String textOf(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  /**
   * Returns what axe-core holds against the page, a line for each; also what it is unsure of. Of
   * contrast it is not asked, which takes it longer than all else: see {@link #faintTexts}.
   */
  public List<String> accessibilityFaults() {
    driver.executeScript(axe);
    return lines(
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run({rules: {'color-contrast': {enabled: false}}})"
                + ".then(found => done(found.violations.concat(found.incomplete)"
                + ".flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.html"
                + " + ' ' + node.failureSummary))), error => done(['' + error]));"));
  }

  /**
   * Returns the texts whose contrast to the nearest ground is below 4.5 : 1, as WCAG 2.2 reckons
   * it, or that something makes fainter still. The page has neither pictures nor grounds that let
   * others through, so that the nearest is the one seen.
   */
  public List<String> faintTexts() {
    return lines(
        driver.executeScript(
            """
            const parts = colour => colour.match(/[0-9.]+/g).map(Number);
            const light = colour => {
              const [r, g, b] = parts(colour).slice(0, 3).map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const ground = element => {
              const colour = getComputedStyle(element).backgroundColor;
              return parts(colour)[3] === 0 ? ground(element.parentElement) : colour;
            };
            const fades = element => element !== null
                && (getComputedStyle(element).opacity < 1 || fades(element.parentElement));
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const faint = [];
            while (texts.nextNode()) {
              const text = texts.currentNode;
              if (!text.data.trim()) continue;
              const colour = getComputedStyle(text.parentElement).color;
              const ink = light(colour);
              const behind = light(ground(text.parentElement));
              const ratio = (Math.max(ink, behind) + 0.05) / (Math.min(ink, behind) + 0.05);
              if (ratio < 4.5 || parts(colour)[3] < 1 || fades(text.parentElement)) {
                faint.push(ratio.toFixed(2) + ' ' + text.data.slice(0, 80));
              }
            }
            return faint;
            """));
  }

  private static List<String> lines(Object array) {
    return ((List<?>) array).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** How far the page is wider than its window, in pixels; nothing must reach beyond its side. */
  public long overflow() {
    return number("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)");
  }

  /** The elements that could load or run something. */
  public long activeElements() {
    return number("document.querySelectorAll('script, img, iframe, link, base').length");
  }

  /** The attributes that would run something. */
  public long handlers() {
    return number(
        "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
            + ".filter(name => name.startsWith('on')).length");
  }

  /** Which of the elements the tab key comes to in as many steps as there are; -1 is another. */
  public Set<Long> reachedByTab(String selector) {
    String all = "document.querySelectorAll('" + selector + "')";
    ask(
        "window.reached = []; document.addEventListener('keyup', () =>"
            + " window.reached.push([..."
            + all
            + "].indexOf(document.activeElement)));");
    int steps = (int) number(all + ".length");
    new Actions(driver).sendKeys(String.valueOf(Keys.TAB).repeat(steps)).perform();
    Set<Long> reached = new LinkedHashSet<>();
    ((List<?>) ask("return window.reached")).forEach(index -> reached.add((Long) index));
    return reached;
  }
}
