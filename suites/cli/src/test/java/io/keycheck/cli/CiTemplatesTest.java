package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the files for CI servers call exists: the commands, and each option of them. */
class CiTemplatesTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(--?[a-z][a-z-]*)");

  @Test
  void theActionCallsWhatThereIsWithInputsThatAreDeclared() throws IOException {
    JsonNode action = yaml("action.yml");
    assertThat(action.path("runs").path("using").asText()).isEqualTo("composite");
    Set<String> inputs = new TreeSet<>();
    action.path("inputs").fieldNames().forEachRemaining(inputs::add);
    List<String> calls = new ArrayList<>();
    for (JsonNode step : action.path("runs").path("steps")) {
      assertThat(step.path("shell").asText()).as("the shell of %s", step).isEqualTo("bash");
      calls.add(step.path("run").asText());
      Matcher used = Pattern.compile("inputs\\.(\\w+)").matcher(step.toString());
      while (used.find()) {
        assertThat(inputs).contains(used.group(1));
      }
      // What a workflow is given must not become part of a script.
      assertThat(step.path("run").asText()).doesNotContain("${{");
    }
    assertThat(calls).hasSizeGreaterThanOrEqualTo(4).allSatisfy(CiTemplatesTest::assertCalls);
  }

  @Test
  void theTemplateForGitLabCallsWhatThereIsAndExtendsWhatItHas() throws IOException {
    JsonNode template = yaml("scripts/ci/gitlab.yml");
    List<String> calls = new ArrayList<>();
    template
        .fields()
        .forEachRemaining(
            job -> {
              // A job that is included and not extended must not run.
              assertThat(job.getKey()).startsWith(".");
              String base = job.getValue().path("extends").asText();
              assertThat(base.isEmpty() || template.has(base)).as(base).isTrue();
              job.getValue().path("script").forEach(line -> calls.add(line.asText()));
            });
    assertThat(calls).hasSize(3).allSatisfy(CiTemplatesTest::assertCalls);
  }

  @Test
  void aCallOfWhatThereIsNotIsNoticed() {
    for (String wrong :
        List.of(
            "\"$KEYCHECK\" certfy --suite vault",
            "\"$KEYCHECK\" certify --sweet vault",
            "\"$KEYCHECK\" diagnose ${C:+--kontext \"$C\"}",
            "echo hello")) {
      assertThatThrownBy(() -> assertCalls(wrong)).isInstanceOf(AssertionError.class);
    }
  }

  private static void assertCalls(String script) {
    List<String> words = Arrays.asList(script.split("\\s+", -1));
    int program = 0;
    while (program < words.size()
        && !words.get(program).matches(".*(scripts/keycheck|\\$KEYCHECK)\"")) {
      program++;
    }
    assertThat(program + 1).as("keycheck and a command in: %s", script).isLessThan(words.size());
    String command = words.get(program + 1);
    CommandLine called = Main.wholeCommandLine().getSubcommands().get(command);
    assertThat(called).as("the command %s in: %s", command, script).isNotNull();
    Matcher option = OPTION.matcher(String.join(" ", words.subList(program + 2, words.size())));
    int options = 0;
    while (option.find()) {
      options++;
      assertThat(called.getCommandSpec().optionsMap()).as(script).containsKey(option.group(1));
    }
    assertThat(options).as("options in: %s", script).isPositive();
  }

  private static JsonNode yaml(String file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(ROOT.resolve(file)));
  }
}
