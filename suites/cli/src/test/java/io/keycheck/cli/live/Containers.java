package io.keycheck.cli.live;

import java.net.URI;
import java.util.List;

/** The containers of a lab, as the Docker engine of this machine tells them. */
final class Containers {
  private static final int VAULT = 8200;

  private Containers() {}

  /** The one behind a published port. */
  static String behind(int published, int own) {
    // Of one number, IPv4 and IPv6 can lead to two containers.
    String port = "0.0.0.0:" + published + "->" + own + "/tcp";
    List<String> found =
        Keycheck.machine("docker", "ps", "--format", "{{.ID}} {{.Ports}}")
            .lines()
            .filter(line -> line.contains(port))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "expected: one container behind port " + published + "; seen: " + found);
    }
    return found.get(0);
  }

  /** The address by which pods reach a Vault as well as this machine, given the published one. */
  static String vaultForPods(String published) {
    return "http://" + address(behind(URI.create(published).getPort(), VAULT)) + ":" + VAULT;
  }

  /** Its address in its network. */
  static String address(String container) {
    return Keycheck.machine(
            "docker",
            "inspect",
            "--format",
            "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}",
            container)
        .strip();
  }
}
