package io.keycheck.reports.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One object of a PEM file.
 *
 * <p>Source: RFC 7468.
 *
 * @param label what it is, such as {@code PUBLIC KEY}
 */
record Pem(String label, byte[] der) {
  private static final int LONGEST = 64 * 1024;

  private static final Pattern OBJECT =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  static Pem read(Path file) throws UnusableKey {
    try {
      if (Files.size(file) <= LONGEST) {
        Matcher object =
            OBJECT.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        if (object.find()) {
          return new Pem(object.group(1), Base64.getMimeDecoder().decode(object.group(2)));
        }
      }
    } catch (IllegalArgumentException e) {
      // Said below: it is no base64.
    } catch (IOException e) {
      throw new UnusableKey("The key %s cannot be read: name a file that can.".formatted(file), e);
    }
    throw new UnusableKey(
        "The key %s is no PEM file: make one with 'openssl genpkey -algorithm ed25519'."
            .formatted(file));
  }
}
