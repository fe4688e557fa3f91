package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void theEnvironmentTellsWidthAndLetters() {
    assertThat(Terminal.style(Map.of("LANG", "C.UTF-8", "COLUMNS", "72"), true))
        .returns(72, style -> style.width())
        .returns(false, style -> style.ascii())
        .returns(true, style -> style.colour());
    assertThat(Terminal.style(Map.of("LC_ALL", "C", "LANG", "C.UTF-8"), false))
        .returns(true, style -> style.ascii())
        .returns(100, style -> style.width());
    assertThat(Terminal.style(Map.of("COLUMNS", "wide"), false).width()).isEqualTo(100);
  }

  @Test
  void lettersThatComeInPiecesAreWhole() {
    StringWriter out = new StringWriter();
    PrintedStream stream = new PrintedStream(new PrintWriter(out));
    String text = "─ ✗ 😀 é".repeat(5000);
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      stream.write(each);
    }
    stream.flush();
    assertThat(out).hasToString(text);
  }
}
