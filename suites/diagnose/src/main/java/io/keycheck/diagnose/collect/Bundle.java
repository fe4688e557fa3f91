package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.snapshot.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What was read of a namespace, as a file that can be sent to others and diagnosed elsewhere.
 *
 * <p>It holds the lists as they were read, each object with the fields that the checks look at and
 * no others, so no Secret and nothing that may hold one; what was read and what was not; and a
 * README that says so.
 */
public final class Bundle {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String kit;
  private final String namespace;
  private final Gathered gathered;

  Bundle(String kit, String namespace, Gathered gathered) {
    this.kit = kit;
    this.namespace = namespace;
    this.gathered = gathered;
  }

  /**
   * Writes it; a file is there whole or not at all.
   *
   * @param replace whether a file that is there already is replaced
   * @throws FileAlreadyExistsException if the file is there and is not to be replaced
   * @throws IOException if it cannot be written
   */
  public void write(Path file, boolean replace, Clock clock) throws IOException {
    if (!replace && Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path folder = file.toAbsolutePath().getParent();
    Path beside = Files.createTempFile(folder, "." + file.getFileName(), ".part");
    try {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(beside))) {
        write(out, clock.instant().truncatedTo(ChronoUnit.SECONDS));
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Returns what could not be read, and what it takes, one line each. */
  public List<String> notRead() {
    return gathered.parts().stream()
        .filter(part -> !part.needs().isEmpty())
        .map(part -> part.what() + ": needs " + part.needs())
        .toList();
  }

  /** Returns how many objects it holds. */
  public int size() {
    return gathered.objects().values().stream().mapToInt(List::size).sum();
  }

  private void write(OutputStream out, Instant now) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      // A namespace and a kind can have names of 63 letters each.
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      add(tar, now, "README.txt", readme(now).getBytes(StandardCharsets.UTF_8));
      add(tar, now, "contents.json", contents());
      for (Map.Entry<Kind<?>, List<ObjectNode>> list : gathered.objects().entrySet()) {
        if (!list.getValue().isEmpty()) {
          add(tar, now, Lister.resource(list.getKey()) + ".json", list(list.getValue()));
        }
      }
    }
  }

  private void add(TarArchiveOutputStream tar, Instant time, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry("keycheck-" + namespace + "/" + name);
    entry.setSize(content.length);
    entry.setModTime(FileTime.from(time));
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static byte[] list(List<ObjectNode> objects) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[".getBytes(StandardCharsets.UTF_8));
    String before = "\n";
    for (ObjectNode object : objects) {
      out.write(before.getBytes(StandardCharsets.UTF_8));
      out.write(MAPPER.writeValueAsBytes(object));
      before = ",\n";
    }
    out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** What files are evidence of, which their objects alone do not say. */
  private byte[] contents() throws IOException {
    ObjectNode contents = MAPPER.createObjectNode();
    contents.put("apiVersion", "keycheck.io/v1");
    contents.put("kind", "SnapshotContents");
    ArrayNode known = contents.putArray("known");
    ArrayNode unreadable = contents.putArray("unreadable");
    for (Gathered.Part part : gathered.parts()) {
      if (part.kind().isEmpty()) {
        contents.put("driverAndProviderPods", part.needs().isEmpty() ? "known" : part.needs());
        continue;
      }
      Kind<?> kind = part.kind().get();
      ObjectNode place = part.needs().isEmpty() ? known.addObject() : unreadable.addObject();
      place.put("namespace", part.namespace());
      place.put("group", kind.group());
      place.put("kind", kind.name());
      if (!part.needs().isEmpty()) {
        place.put("needs", part.needs());
      }
    }
    gathered.snapshot().build().notes().forEach(contents.putArray("notes")::add);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(contents);
  }

  private String readme(Instant now) {
    String namespaced =
        Kind.all().stream()
            .filter(Kind::namespaced)
            .filter(kind -> !kind.equals(Kind.DAEMON_SET))
            .map(Lister::resource)
            .collect(Collectors.joining(","));
    return """
        Namespace %s as `%s` read it on %s.

        Look into it:  keycheck diagnose --from THIS-FILE.tar.gz

        Each .json file is a list of one kind. Of every object there are only the fields that the checks look at.
        Left out are, among others, all Secrets and ConfigMaps, the specs of MendixApps but for four fields,
        what apps are started with, the values of their variables, and events that report no trouble.
        Names, images, addresses of stores, paths of secrets in them, and messages of events are there.

        Read:
        %s
        Not read:
        %s
        The same, with all fields, by kubectl (MendixApps and pods may then hold passwords):

          kubectl get %s \\
            -n %s -o json --show-managed-fields --ignore-not-found >namespace.json
          kubectl get csidrivers,csinodes,nodes,customresourcedefinitions,clusterroles,clusterrolebindings \\
            -o json --show-managed-fields >cluster.json
          kubectl get daemonsets -A -o json --show-managed-fields >daemonsets.json
          kubectl get pods -n NAMESPACE-OF-THE-DRIVER -o json --show-managed-fields >driver.json
          keycheck diagnose --from namespace.json --from cluster.json --from daemonsets.json --from driver.json
        """
        .formatted(namespace, kit, now, lines(true), lines(false), namespaced, namespace);
  }

  private String lines(boolean read) {
    String lines =
        gathered.parts().stream()
            .filter(part -> part.needs().isEmpty() == read)
            .map(
                part ->
                    "  "
                        + part.what()
                        + (part.namespace().isEmpty() ? "" : " in namespace " + part.namespace())
                        + (read ? "" : ": needs " + part.needs())
                        + "\n")
            .collect(Collectors.joining());
    return lines.isEmpty() ? "  nothing\n" : lines;
  }
}
