package io.keycheck.diagnose.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The driver's log is read entry by entry. */
class DriverLogTest {
  @Test
  void anErrorOfSeveralLinesIsOneEntryThatNamesItsPod() {
    String log =
        """
        I1124 17:24:05.000000       1 main.go:1] "started"
        E1124 17:24:05.725073       1 nodeserver.go:245] "failed to mount secrets store object content" err=<
        \trpc error: code = Unknown desc = error making mount request
        \t
        \tCode: 403. Errors:
         > pod="shop/env1-master-1" isRemountRequest=true
        I1124 17:24:06.000000       1 main.go:2] "goes on"
        """;
    assertThat(DriverLog.entries(log))
        .hasSize(3)
        .element(1)
        .asString()
        .contains("failed to mount secrets store object content")
        .contains("Code: 403")
        .contains("pod=\"shop/env1-master-1\"");
  }

  @Test
  void entriesInJsonAreALineEach() {
    assertThat(DriverLog.entries("{\"msg\":\"a\"}\n{\"msg\":\"b\"}\n")).hasSize(2);
  }
}
