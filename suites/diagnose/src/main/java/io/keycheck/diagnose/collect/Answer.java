package io.keycheck.diagnose.collect;

import java.nio.charset.StandardCharsets;

/**
 * What an API server answered.
 *
 * @param code the status code of HTTP
 * @param body what came with it
 */
record Answer(int code, byte[] body) {
  boolean isGood() {
    return code >= 200 && code < 300;
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
