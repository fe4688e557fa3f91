package io.keycheck.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.lab.Registry;
import io.keycheck.lab.cluster.Images;
import io.keycheck.lab.images.DockerEngine;
import io.keycheck.lab.images.ImageExport;
import io.keycheck.lab.images.ImageImport;
import io.keycheck.lab.images.ImageList;
import io.keycheck.lab.images.Listed;
import io.keycheck.lab.images.Recipes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the images that runs take, and moves them from machine to machine. */
@Command(
    name = "images",
    subcommands = {
      ImagesCommand.OfAll.class,
      ImagesCommand.Export.class,
      ImagesCommand.Import.class
    },
    mixinStandardHelpOptions = true)
final class ImagesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Lists every image, with digest, source and licence. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List every image with source, digest and licence, for who mirrors them.",
      footer = {
        "",
        "A digest is that of the registry, or of an image that was built here that of its",
        "configuration. What k3s itself pulls is named by k3s and not here: of its list, a run",
        "with --cluster k3s takes rancher/mirrored-pause and rancher/mirrored-coredns-coredns.",
        "",
        "Examples:",
        "  keycheck images list",
        "  keycheck images list --registry mirror.example:5000",
        "  keycheck images list --output json"
      })
  static final class OfAll implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FORM",
        defaultValue = "text",
        description = "text or json (default: ${DEFAULT-VALUE}).")
    private String output;

    @Option(
        names = "--registry",
        paramLabel = "HOST[:PORT][/PATH]",
        description = "Say too what each is called there, as certify --registry looks for it.")
    private Optional<String> mirror = Optional.empty();

    @Override
    public Integer call() throws IOException {
      if (!output.equals("text") && !output.equals("json")) {
        throw new ParameterException(spec.commandLine(), "--output is text or json.");
      }
      Optional<Registry> registry = mirror.map(Registry::parse);
      List<Listed> images = ImageList.of(Images.cacheFolder(), DockerEngine::connect);
      PrintWriter out = spec.commandLine().getOut();
      if (output.equals("json")) {
        out.println(json(images, registry));
      } else {
        images.forEach(image -> text(image, registry, out));
      }
      out.flush();
      return 0;
    }

    private static void text(Listed listed, Optional<Registry> registry, PrintWriter out) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-14s %-8s %s",
              listed.image().name(),
              listed.source(),
              listed.reference().orElse("neither built nor pulled here")));
      line(out, "what", listed.image().what());
      line(out, "licence", listed.licence());
      if (!listed.digest().isEmpty()) {
        line(
            out,
            "digest",
            "%s, %d MB".formatted(listed.digest(), Math.max(1, listed.bytes() / 1_000_000)));
      }
      if (!listed.source().equals("official")) {
        listed
            .image()
            .official()
            .ifPresent(
                official ->
                    line(
                        out, "official", official + " (" + listed.image().officialLicence() + ")"));
      }
      registry
          .flatMap(there -> mirrored(listed, there))
          .ifPresent(there -> line(out, "mirror", there));
    }

    /** What it is called in a registry; what is made here alone is nowhere before it is. */
    private static Optional<String> mirrored(Listed listed, Registry registry) {
      return listed.image().official().or(listed::reference).map(registry::of);
    }

    private static void line(PrintWriter out, String title, String text) {
      out.println(String.format(Locale.ROOT, "  %-8s %s", title, text));
    }

    private static String json(List<Listed> images, Optional<Registry> registry)
        throws IOException {
      ArrayNode list = new ObjectMapper().createArrayNode();
      for (Listed listed : images) {
        ObjectNode each = list.addObject();
        each.put("name", listed.image().name());
        each.put("what", listed.image().what());
        each.put("source", listed.source());
        listed.reference().ifPresent(reference -> each.put("reference", reference));
        each.put("licence", listed.licence());
        if (!listed.digest().isEmpty()) {
          each.put("digest", listed.digest());
          each.put("bytes", listed.bytes());
        }
        listed.image().official().ifPresent(official -> each.put("official", official));
        registry
            .flatMap(there -> mirrored(listed, there))
            .ifPresent(there -> each.put("mirror", there));
        if (!listed.image().officialLicence().isEmpty()) {
          each.put("officialLicence", listed.image().officialLicence());
        }
        each.put("inPods", listed.image().inPods());
      }
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(list);
    }
  }

  /** Writes the images that are here to one file. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Write the images that were built or pulled here to one tar.",
      footer = {
        "",
        "The tar holds HashiCorp Vault, which is under BUSL-1.1: read that licence before you",
        "pass the file on. 'docker load' takes the file too, but leaves no list for certify.",
        "",
        "Examples:",
        "  keycheck images export keycheck-images.tar",
        "  keycheck images export small.tar app ryuk vault"
      })
  static final class Export implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The tar to write.")
    private Path file;

    @Parameters(
        index = "1..*",
        paramLabel = "NAME",
        description = "Only these images, as 'keycheck images list' calls them (default: all).")
    private List<String> names = List.of();

    @Override
    public Integer call() {
      Console console =
          new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), Main.colour());
      ImageExport export = new ImageExport(Images.cacheFolder(), DockerEngine.connect());
      print(spec, export.write(file, names, console::progress));
      return 0;
    }
  }

  /** Takes the images of such a file. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Take the images of a tar of 'keycheck images export', and verify that they are those.",
      footer = {
        "",
        "After that certify runs here as where they were built, without root, compilers and",
        "registries; whoever may use the Docker engine can do it. The kit must be the same.",
        "",
        "Example:",
        "  keycheck images import keycheck-images.tar"
      })
  static final class Import implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The tar to read.")
    private Path file;

    @Override
    public Integer call() {
      if (!Files.isRegularFile(file)) {
        throw new Unusable("There is no file %s.".formatted(file));
      }
      Console console =
          new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), Main.colour());
      ImageImport reading =
          new ImageImport(Images.cacheFolder(), DockerEngine.connect(), Recipes.ofThisKit());
      print(spec, reading.read(file, console::progress));
      return 0;
    }
  }

  private static void print(CommandSpec spec, List<String> references) {
    PrintWriter out = spec.commandLine().getOut();
    references.forEach(out::println);
    out.flush();
  }
}
