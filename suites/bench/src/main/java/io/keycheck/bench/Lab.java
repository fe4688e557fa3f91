package io.keycheck.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kept cluster with Vault beside it, in which shell scripts do what is held against the kit.
 *
 * @param node the name of the node's container
 * @param vault the name of Vault's container
 * @param app the image that pods run
 */
record Lab(Checkout checkout, String node, String vault, String app) {

  private static final Pattern PODS_MADE =
      Pattern.compile(
          "apiserver_request_total\\{code=\"201\".*resource=\"pods\".*subresource=\"\".*verb=\"POST\".*} (\\d+)");

  /** Keeps one, whatever there was before; {@link #remove} it afterwards. */
  static Lab keep(Checkout checkout) {
    return keep(checkout, "vault");
  }

  /** The same with the stores of a suite. */
  static Lab keep(Checkout checkout, String suite) {
    checkout.run("scripts/keycheck", "clean").ended(0);
    oneCase(checkout, suite, "mount-is-in-memory", "keep-" + suite, true);
    return new Lab(
        checkout,
        container(checkout, "node"),
        container(checkout, "vault"),
        image(checkout, "app"));
  }

  void remove() {
    checkout.run("scripts/keycheck", "clean").ended(0);
  }

  /** Runs one case of Vault and returns its report. */
  static RunTimes oneCase(Checkout checkout, String id, String name) {
    return oneCase(checkout, "vault", id, name, false);
  }

  private static RunTimes oneCase(
      Checkout checkout, String suite, String id, String name, boolean keep) {
    Path report = checkout.scratch().resolve(name);
    List<String> command =
        new ArrayList<>(
            List.of(
                "scripts/keycheck",
                "certify",
                "--suite",
                suite,
                "--case",
                id,
                "--report",
                report.toString()));
    if (keep) {
      command.add("--keep");
    }
    checkout.run(Map.of(), Optional.empty(), command).ended(0);
    return RunTimes.of(report);
  }

  /** How many pods were made in the cluster since it runs, as its API server counts them. */
  int podsMade() {
    int made =
        checkout
            .run("docker", "exec", node, "kubectl", "get", "--raw", "/metrics")
            .ended(0)
            .out()
            .lines()
            .map(PODS_MADE::matcher)
            .filter(Matcher::matches)
            .mapToInt(line -> Integer.parseInt(line.group(1)))
            .sum();
    if (made == 0) {
      throw new Unmeasured("The API server did not say how many pods were made.");
    }
    return made;
  }

  /** Runs a script of this package; what it printed is milliseconds by what was measured. */
  Map<String, List<Long>> script(String name) {
    return script(name, Map.of());
  }

  /** The same with variables of its own. */
  Map<String, List<Long>> script(String name, Map<String, String> own) {
    copied("bare.sh"); // What scripts share.
    Path script = copied(name);
    Map<String, String> variables = new HashMap<>(own);
    variables.put("NODE", node);
    variables.put("VAULT", vault);
    variables.put("APP", app);
    variables.put("TIMES", Integer.toString(checkout.times()));
    Ran ran =
        checkout.run(variables, Optional.empty(), List.of("bash", script.toString())).ended(0);
    Map<String, List<Long>> measured = new LinkedHashMap<>();
    ran.out()
        .lines()
        .map(line -> line.split("\t"))
        .filter(words -> words.length == 2)
        .forEach(
            words ->
                measured
                    .computeIfAbsent(words[0], what -> new ArrayList<>())
                    .add(Long.parseLong(words[1])));
    return measured;
  }

  private Path copied(String name) {
    Path copy = checkout.scratch().resolve(name);
    try (InputStream in = Lab.class.getResourceAsStream(name)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  private static String container(Checkout checkout, String part) {
    return checkout
        .run(
            "docker",
            "ps",
            "--filter",
            "label=io.keycheck.slot",
            "--format",
            "{{.Names}} {{.Image}}")
        .ended(0)
        .out()
        .lines()
        .filter(line -> line.contains("/" + part + ":"))
        .findFirst()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .orElseThrow(() -> new Unmeasured("No container of a kept cluster runs " + part + "."));
  }

  private static String image(Checkout checkout, String part) {
    return checkout
        .run("docker", "images", "--format", "{{.Repository}}:{{.Tag}}", "keycheck/" + part)
        .ended(0)
        .out()
        .lines()
        .findFirst()
        .orElseThrow(() -> new Unmeasured("There is no image keycheck/" + part + "."));
  }
}
