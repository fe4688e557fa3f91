package io.keycheck.reports.diagnosis;

import io.keycheck.reports.Fitted;
import io.keycheck.reports.Visible;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a diagnosis for people at a terminal.
 *
 * <p>What is well is one line; what is not shows where its chain is broken, what was seen, why that
 * is wrong, and lines to paste. Those are never wrapped, and prose among them starts with {@code
 * #}.
 */
public final class DiagnosisText implements DiagnosisWriter {
  private static final int MAX_CONSEQUENCES = 8;
  private static final int MAX_UNKNOWN = 3;
  private static final int MAX_LABEL = 36;
  private static final String INDENT = "  ";
  private static final String DEEPER = "      ";

  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String RED = "1;31";
  private static final String YELLOW = "1;33";
  private static final String GREEN = "32";
  private static final String CYAN = "36";

  private final Writer out;
  private final TextStyle style;
  private final Tally tally = new Tally();
  private boolean started;
  private boolean compact;
  private Unused unused = Unused.NONE;

  /** Makes a writer to the stream. */
  public DiagnosisText(OutputStream out, TextStyle style) {
    this.out =
        new BufferedWriter(
            new OutputStreamWriter(
                out, style.ascii() ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8));
    this.style = style;
  }

  /** Environments of one namespace in a row that use no store; they share a line. */
  private record Unused(String namespace, int count, List<String> names) {
    static final Unused NONE = new Unused("", 0, List.of());
    private static final int MAX_NAMES = 5;

    Unused and(EnvironmentDiagnosis environment) {
      List<String> more = new ArrayList<>(names);
      if (more.size() < MAX_NAMES) {
        more.add(environment.environment());
      }
      return new Unused(environment.namespace(), count + 1, List.copyOf(more));
    }

    boolean takes(EnvironmentDiagnosis environment) {
      return count == 0 || namespace.equals(environment.namespace());
    }
  }

  @Override
  public void begin(DiagnosisHeader header) throws IOException {
    wrapped(
        "", "", header.source() + ", judged by the Operator's version " + header.operatorVersion());
    for (String note : header.notes()) {
      wrapped("note: ", INDENT, note);
    }
  }

  @Override
  public void environment(EnvironmentDiagnosis environment) throws IOException {
    tally.add(environment.verdict());
    if (environment.verdict() == DiagnosisVerdict.NOT_USED && environment.unknown().isEmpty()) {
      if (!unused.takes(environment)) {
        flushUnused();
      }
      unused = unused.and(environment);
      return;
    }
    flushUnused();
    boolean well =
        (environment.verdict() == DiagnosisVerdict.HEALTHY && !isDownOtherwise(environment))
            || environment.verdict() == DiagnosisVerdict.NOT_USED;
    gap(well);
    headline(environment);
    if (!well) {
      if (!environment.chain().isEmpty()) {
        line("");
        chain(environment.chain());
      }
      for (Finding finding : environment.findings()) {
        line("");
        finding(finding);
      }
    }
    for (Finding finding : environment.findings()) {
      if (well) {
        wrapped(
            INDENT + mark(finding.level()) + " ", DEEPER, finding.check() + ": " + finding.saw());
      }
    }
    if (!well && !environment.unknown().isEmpty()) {
      line("");
    }
    for (Map.Entry<String, Set<String>> need : Unknowns.byNeed(environment.unknown()).entrySet()) {
      unknown(need.getKey(), need.getValue());
    }
  }

  @Override
  public void end() throws IOException {
    flushUnused();
    if (tally.all() == 0) {
      gap(false);
      line("No environment was found.");
    }
    if (tally.all() > 1) {
      gap(false);
      wrapped("", "", tally.toString());
    }
    out.flush();
  }

  private void flushUnused() throws IOException {
    if (unused.count() == 0) {
      return;
    }
    gap(true);
    if (unused.count() == 1) {
      wrapped(
          "",
          INDENT,
          unused.namespace()
              + "/"
              + unused.names().get(0)
              + " not used: it takes no secrets from a store");
    } else {
      int more = unused.count() - unused.names().size();
      wrapped(
          "",
          INDENT,
          unused.namespace()
              + ": "
              + unused.count()
              + " not used, they take no secrets from a store: "
              + String.join(", ", unused.names())
              + (more > 0 ? " and " + more + " more" : ""));
    }
    unused = Unused.NONE;
  }

  /** Sets what is long apart from what is before it, and one-liners close together. */
  private void gap(boolean oneLine) throws IOException {
    if (!started || !oneLine || !compact) {
      line("");
    }
    started = true;
    compact = oneLine;
  }

  private void headline(EnvironmentDiagnosis environment) throws IOException {
    boolean healthy = environment.verdict() == DiagnosisVerdict.HEALTHY;
    boolean down = healthy && isDownOtherwise(environment);
    String verdict = down ? "down, not because of secrets" : Tally.words(environment.verdict());
    String code =
        switch (environment.verdict()) {
          case ERROR -> RED;
          case WARNING, UNKNOWN -> YELLOW;
          case HEALTHY -> down ? YELLOW : GREEN;
          case NOT_USED -> DIM;
        };
    String name =
        Fitted.line(
            environment.namespace() + "/" + environment.environment(),
            style.width() - verdict.length() - 2);
    line(painted(BOLD, name) + INDENT + painted(code, verdict));
  }

  /** Who is paged for an app that is down must not read that it is healthy, as its secrets are. */
  private static boolean isDownOtherwise(EnvironmentDiagnosis environment) {
    return environment.findings().stream()
        .anyMatch(finding -> finding.check().equals("not-about-secrets"));
  }

  private void chain(List<Link> chain) throws IOException {
    List<String> titles = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Link link : chain) {
      titles.add(mark(link.state()) + link.part().title());
      labels.add(" ".repeat(mark(link.state()).length()) + Fitted.line(link.label(), MAX_LABEL));
    }
    String between = style.ascii() ? " - " : " ─ ";
    int columns = between.length() * (chain.size() - 1);
    for (int i = 0; i < chain.size(); i++) {
      columns += Math.max(Fitted.width(titles.get(i)), Fitted.width(labels.get(i)));
    }
    if (columns + INDENT.length() <= style.width()) {
      across(chain, titles, labels, between);
    } else {
      down(chain);
    }
  }

  private void across(List<Link> chain, List<String> titles, List<String> labels, String between)
      throws IOException {
    StringBuilder above = new StringBuilder(INDENT);
    StringBuilder below = new StringBuilder(INDENT);
    for (int i = 0; i < chain.size(); i++) {
      boolean last = i == chain.size() - 1;
      int title = Fitted.width(titles.get(i));
      int label = Fitted.width(labels.get(i));
      int column = Math.max(title, label);
      above.append(painted(code(chain.get(i).state()), titles.get(i)));
      below.append(labels.get(i));
      if (!last) {
        String rule = between.substring(1, 2).repeat(column - title + 1);
        above.append(' ').append(rule).append(' ');
        below.append(" ".repeat(column - label + between.length()));
      }
    }
    line(above.toString());
    if (!below.toString().isBlank()) {
      line(painted(DIM, below.toString().stripTrailing()));
    }
  }

  private void down(List<Link> chain) throws IOException {
    for (Link link : chain) {
      String mark = mark(link.state());
      String title = String.format("%-2s%-9s", mark, link.part().title());
      String label = Fitted.line(link.label(), style.width() - title.length() - 4);
      line((INDENT + painted(code(link.state()), title) + INDENT + label).stripTrailing());
    }
  }

  private void finding(Finding finding) throws IOException {
    String head =
        Fitted.line(
            mark(finding.level()) + " " + finding.check() + " (" + finding.level().word() + ")",
            style.width() - INDENT.length());
    line(INDENT + painted(code(finding.level()), head));
    wrapped("    on   ", "         ", finding.object().toString());
    wrapped("    saw  ", "         ", finding.saw());
    wrapped("    why  ", "         ", finding.why());
    if (!finding.remedy().isEmpty()) {
      line("    do");
      for (String remedy : finding.remedy()) {
        String line = Visible.line(remedy);
        line(DEEPER + painted(line.startsWith("#") ? DIM : CYAN, line));
      }
    }
    consequences(finding.consequences());
  }

  private void consequences(List<Consequence> consequences) throws IOException {
    if (consequences.isEmpty()) {
      return;
    }
    line("    because of this:");
    int shown =
        consequences.size() <= MAX_CONSEQUENCES ? consequences.size() : MAX_CONSEQUENCES - 1;
    for (Consequence consequence : consequences.subList(0, shown)) {
      wrapped(DEEPER, DEEPER + INDENT, consequence.object() + ": " + consequence.saw());
    }
    if (shown < consequences.size()) {
      line(DEEPER + "and " + (consequences.size() - shown) + " more");
    }
  }

  private void unknown(String needs, Set<String> checks) throws IOException {
    String named = checks.stream().limit(MAX_UNKNOWN).collect(Collectors.joining(", "));
    int more = checks.size() - MAX_UNKNOWN;
    wrapped(
        INDENT + "? could not be checked: ",
        DEEPER,
        named
            + (more > 0 ? " and " + more + " more" : "")
            + (checks.size() == 1 ? " needs " : " need ")
            + needs);
  }

  /** Writes the text after a lead of ours, and what does not fit on lines of the other indent. */
  private void wrapped(String lead, String indent, String text) throws IOException {
    List<String> lines =
        Fitted.wrapped(text, style.width() - lead.length(), style.width() - indent.length());
    line(lead + lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      line(indent + line);
    }
  }

  private String mark(FindingLevel level) {
    return switch (level) {
      case ERROR -> style.ascii() ? "X" : "✗";
      case WARNING -> "!";
      case INFO -> style.ascii() ? "-" : "·";
    };
  }

  private String mark(Link.State state) {
    return switch (state) {
      case HOLDS -> "";
      case WARNED -> "! ";
      case BROKEN -> style.ascii() ? "X " : "✗ ";
      case UNKNOWN -> "? ";
    };
  }

  private static String code(FindingLevel level) {
    return switch (level) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case INFO -> BOLD;
    };
  }

  private static String code(Link.State state) {
    return switch (state) {
      case HOLDS -> GREEN;
      case WARNED -> YELLOW;
      case BROKEN -> RED;
      case UNKNOWN -> DIM;
    };
  }

  private String painted(String code, String text) {
    return style.colour() && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }

  private void line(String line) throws IOException {
    out.write(line.stripTrailing());
    out.write('\n');
  }
}
