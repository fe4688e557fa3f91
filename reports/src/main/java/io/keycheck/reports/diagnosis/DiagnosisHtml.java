package io.keycheck.reports.diagnosis;

import io.keycheck.reports.html.Html;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a diagnosis as one HTML page that needs nothing else: no script, no font, no address.
 *
 * <p>The worst comes first. As only the end tells how many there are of which verdict, the parts of
 * the page wait in spools, beyond a megabyte on disk; {@link #close} gives those back.
 */
public final class DiagnosisHtml implements DiagnosisWriter {
  /** More rows of environments that are well than this are folded away. */
  private static final int MAX_WELL_SHOWN = 12;

  private static final int MAX_CONSEQUENCES = 100;

  private final OutputStream out;
  private final Tally tally = new Tally();
  private final Map<DiagnosisVerdict, Spool> rows = new EnumMap<>(DiagnosisVerdict.class);
  private final Map<DiagnosisVerdict, Spool> sections = new EnumMap<>(DiagnosisVerdict.class);
  private DiagnosisHeader header;
  private EnvironmentDiagnosis first;

  /** Makes a writer to the stream, in UTF-8. */
  public DiagnosisHtml(OutputStream out) {
    this.out = out;
    for (DiagnosisVerdict verdict : DiagnosisVerdict.values()) {
      rows.put(verdict, new Spool());
      sections.put(verdict, new Spool());
    }
  }

  @Override
  public void begin(DiagnosisHeader header) {
    this.header = header;
  }

  @Override
  public void environment(EnvironmentDiagnosis environment) throws IOException {
    tally.add(environment.verdict());
    if (first == null) {
      first = environment;
    }
    String id = "e" + tally.all();
    // A hundred healthy chains would hide the one that is not; they are rows alone.
    boolean told = hasMuchToSay(environment);
    rows.get(environment.verdict()).add(row(environment, told ? id : ""));
    if (told) {
      sections.get(environment.verdict()).add(section(environment, id));
    }
  }

  @Override
  public void end() throws IOException {
    write(head());
    write("<main>\n");
    summary();
    if (tally.all() == 1 && !hasMuchToSay(first)) {
      write(section(first, "e1"));
    }
    for (DiagnosisVerdict verdict : Tally.worstFirst().toList()) {
      sections.get(verdict).writeTo(out);
    }
    write("</main>\n");
    write("<footer><p>Written by <b>keycheck diagnose</b>.</p></footer>\n");
    write("</body>\n</html>\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    for (DiagnosisVerdict verdict : DiagnosisVerdict.values()) {
      rows.get(verdict).close();
      sections.get(verdict).close();
    }
  }

  private static boolean hasMuchToSay(EnvironmentDiagnosis environment) {
    return !isWell(environment.verdict())
        || !environment.findings().isEmpty()
        || !environment.unknown().isEmpty();
  }

  private String head() {
    StringBuilder html = new StringBuilder();
    html.append(Html.head(headline(), Html.resource(DiagnosisHtml.class, "diagnosis.css")));
    html.append("<header>\n<p class=\"brand\">Keycheck diagnosis</p>\n");
    html.append("<h1>" + Html.escaped(headline()) + "</h1>\n");
    html.append("<dl class=\"facts\">\n");
    html.append("<div><dt>Read</dt><dd>" + Html.escaped(header.source()) + "</dd></div>\n");
    html.append("<div><dt>Judged by</dt><dd>Mendix Operator ");
    html.append(Html.escaped(header.operatorVersion()) + "</dd></div>\n</dl>\n");
    if (!header.notes().isEmpty()) {
      html.append("<ul class=\"notes\">\n");
      header.notes().forEach(note -> html.append("<li>" + Html.escaped(note) + "</li>\n"));
      html.append("</ul>\n");
    }
    return html.append("</header>\n").toString();
  }

  /** Returns the whole result in a sentence. */
  private String headline() {
    int all = tally.all();
    int errors = tally.of(DiagnosisVerdict.ERROR);
    int warnings = tally.of(DiagnosisVerdict.WARNING);
    int unknown = tally.of(DiagnosisVerdict.UNKNOWN);
    int healthy = tally.of(DiagnosisVerdict.HEALTHY);
    if (all == 0) {
      return "No environment was found";
    }
    if (errors > 0) {
      return amount(errors, all) + (errors == 1 ? " does" : " do") + " not get the right secrets";
    }
    if (warnings > 0) {
      return amount(warnings, all) + (warnings == 1 ? " needs" : " need") + " attention";
    }
    if (unknown > 0) {
      return amount(unknown, all) + " could not be judged";
    }
    if (healthy > 0 && all == 1) {
      return "The environment is healthy";
    }
    if (healthy > 0) {
      return (healthy == 1
              ? "The one environment"
              : String.format(Locale.ROOT, "All %,d environments", healthy))
          + (all == healthy ? "" : " that " + (healthy == 1 ? "uses" : "use") + " a secrets store")
          + (healthy == 1 ? " is" : " are")
          + " healthy";
    }
    return all == 1
        ? "The environment uses no secrets store"
        : "No environment uses a secrets store";
  }

  private static String amount(int some, int all) {
    return all == 1
        ? "The environment"
        : String.format(Locale.ROOT, "%,d of %,d environments", some, all);
  }

  private void summary() throws IOException {
    if (tally.all() < 2) {
      return;
    }
    write("<section aria-labelledby=\"summary\" class=\"summary\">\n");
    write("<h2 id=\"summary\">Environments</h2>\n<ul class=\"tally\">\n");
    for (DiagnosisVerdict verdict : Tally.worstFirst().toList()) {
      if (tally.of(verdict) > 0) {
        write(
            String.format(
                Locale.ROOT,
                "<li class=\"%s\">%s<b>%,d</b> %s</li>\n",
                verdict.word(),
                mark(verdict),
                tally.of(verdict),
                Tally.words(verdict)));
      }
    }
    write("</ul>\n");
    boolean fold =
        tally.of(DiagnosisVerdict.HEALTHY) + tally.of(DiagnosisVerdict.NOT_USED) > MAX_WELL_SHOWN;
    List<DiagnosisVerdict> ill =
        Tally.worstFirst().filter(verdict -> !fold || !isWell(verdict)).toList();
    table("Every environment, the worst first", ill);
    if (fold) {
      for (DiagnosisVerdict verdict :
          List.of(DiagnosisVerdict.HEALTHY, DiagnosisVerdict.NOT_USED)) {
        if (tally.of(verdict) > 0) {
          String title =
              String.format(Locale.ROOT, "%,d %s", tally.of(verdict), Tally.words(verdict));
          write("<details class=\"fold\"><summary>" + title + "</summary>\n");
          table(title, List.of(verdict));
          write("</details>\n");
        }
      }
    }
    write("</section>\n");
  }

  private void table(String caption, List<DiagnosisVerdict> verdicts) throws IOException {
    if (verdicts.stream().allMatch(verdict -> tally.of(verdict) == 0)) {
      return;
    }
    write("<table>\n<caption class=\"unseen\">" + caption + "</caption>\n");
    write("<thead><tr><th scope=\"col\">Environment</th><th scope=\"col\">Verdict</th>");
    write("<th scope=\"col\">First to look at</th></tr></thead>\n<tbody>\n");
    for (DiagnosisVerdict verdict : verdicts) {
      rows.get(verdict).writeTo(out);
    }
    write("</tbody>\n</table>\n");
  }

  private static String row(EnvironmentDiagnosis environment, String id) {
    String name =
        "<span class=\"ns\">%s/</span><wbr>%s"
            .formatted(
                Html.escaped(environment.namespace()), Html.escaped(environment.environment()));
    return "<tr class=\"%s\"><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>\n"
        .formatted(
            environment.verdict().word(),
            id.isEmpty() ? name : "<a href=\"#" + id + "\">" + name + "</a>",
            verdict(environment.verdict()),
            first(environment));
  }

  private static String first(EnvironmentDiagnosis environment) {
    if (!environment.findings().isEmpty()) {
      int more = environment.findings().size() - 1;
      return "<code>"
          + Html.escaped(environment.findings().get(0).check())
          + "</code>"
          + (more > 0 ? " <span class=\"more\">and " + more + " more</span>" : "");
    }
    int unknown = environment.unknown().size();
    return unknown == 0
        ? ""
        : "<span class=\"more\">"
            + unknown
            + (unknown == 1 ? " check" : " checks")
            + " could not be made</span>";
  }

  private static String section(EnvironmentDiagnosis environment, String id) {
    StringBuilder html = new StringBuilder();
    html.append(
        "<section class=\"environment %s\" id=\"%s\" aria-labelledby=\"%s-name\">\n"
            .formatted(environment.verdict().word(), id, id));
    html.append(
        "<div class=\"title\"><h2 id=\"%s-name\"><span class=\"ns\">%s/</span><wbr>%s</h2>%s</div>\n"
            .formatted(
                id,
                Html.escaped(environment.namespace()),
                Html.escaped(environment.environment()),
                verdict(environment.verdict())));
    if (!environment.chain().isEmpty()) {
      html.append("<ol class=\"chain\" aria-label=\"From the MendixApp to the store\">\n");
      environment.chain().forEach(link -> html.append(link(link)));
      html.append("</ol>\n");
    }
    environment.findings().forEach(finding -> html.append(finding(finding)));
    unknown(html, environment.unknown());
    return html.append("</section>\n").toString();
  }

  private static String link(Link link) {
    String mark =
        switch (link.state()) {
          case HOLDS -> "ok";
          case WARNED -> "warning";
          case BROKEN -> "error";
          case UNKNOWN -> "unknown";
        };
    return "<li class=\"%s\">%s<span class=\"part\">%s</span><span class=\"label\">%s</span><span class=\"state\">%s</span></li>\n"
        .formatted(
            link.state().word(),
            Html.mark(mark),
            link.part().title(),
            link.label().isEmpty() ? "" : Html.escaped(link.label()),
            link.state().word());
  }

  private static String finding(Finding finding) {
    StringBuilder html = new StringBuilder();
    html.append("<article class=\"finding %s\">\n".formatted(finding.level().word()));
    html.append(
        "<h3>%s<span class=\"level\">%s</span> <code>%s</code></h3>\n"
            .formatted(
                Html.mark(finding.level() == FindingLevel.INFO ? "info" : finding.level().word()),
                finding.level().word(),
                Html.escaped(finding.check())));
    html.append("<p class=\"object\">" + Html.escaped(finding.object().toString()) + "</p>\n");
    html.append(
        "<dl class=\"story\">\n<div><dt>Saw</dt><dd>"
            + Html.escaped(finding.saw())
            + "</dd></div>\n");
    html.append("<div><dt>Why</dt><dd>" + Html.escaped(finding.why()) + "</dd></div>\n");
    if (!finding.remedy().isEmpty()) {
      html.append("<div><dt>Do</dt><dd><pre>");
      html.append(
          finding.remedy().stream().map(DiagnosisHtml::remedy).collect(Collectors.joining("\n")));
      html.append("</pre></dd></div>\n");
    }
    html.append("</dl>\n");
    consequences(html, finding.consequences());
    return html.append("</article>\n").toString();
  }

  private static String remedy(String line) {
    return "<code class=\"%s\">%s</code>"
        .formatted(line.startsWith("#") ? "prose" : "command", Html.line(line));
  }

  private static void consequences(StringBuilder html, List<Consequence> consequences) {
    if (consequences.isEmpty()) {
      return;
    }
    html.append(
        "<details><summary>Because of this <span class=\"more\">%d</span></summary>\n<ul>\n"
            .formatted(consequences.size()));
    consequences.stream()
        .limit(MAX_CONSEQUENCES)
        .forEach(
            consequence ->
                html.append(
                    "<li><span class=\"object\">%s</span> %s</li>\n"
                        .formatted(
                            Html.escaped(consequence.object().toString()),
                            Html.escaped(consequence.saw()))));
    if (consequences.size() > MAX_CONSEQUENCES) {
      html.append("<li>and %d more</li>\n".formatted(consequences.size() - MAX_CONSEQUENCES));
    }
    html.append("</ul>\n</details>\n");
  }

  private static void unknown(StringBuilder html, List<UnknownCheck> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    html.append(
        "<div class=\"unchecked\">\n<h3>" + Html.mark("unknown") + "Could not be checked</h3>\n");
    for (Map.Entry<String, Set<String>> need : Unknowns.byNeed(unknown).entrySet()) {
      int count = need.getValue().size();
      html.append("<details><summary>%s ".formatted(count == 1 ? "1 check" : count + " checks"));
      html.append(count == 1 ? "needs" : "need");
      html.append(" <b>" + Html.escaped(need.getKey()) + "</b></summary>\n<p>");
      need.getValue().forEach(check -> html.append("<code>" + Html.escaped(check) + "</code> "));
      html.append("</p></details>\n");
    }
    html.append("</div>\n");
  }

  private static boolean isWell(DiagnosisVerdict verdict) {
    return verdict == DiagnosisVerdict.HEALTHY || verdict == DiagnosisVerdict.NOT_USED;
  }

  private static String verdict(DiagnosisVerdict verdict) {
    return "<span class=\"verdict\">" + mark(verdict) + Tally.words(verdict) + "</span>";
  }

  private static String mark(DiagnosisVerdict verdict) {
    return Html.mark(
        switch (verdict) {
          case HEALTHY -> "ok";
          case WARNING -> "warning";
          case ERROR -> "error";
          case UNKNOWN -> "unknown";
          case NOT_USED -> "unused";
        });
  }

  private void write(String html) throws IOException {
    out.write(html.getBytes(StandardCharsets.UTF_8));
  }
}
