package io.keycheck.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as {@code openssl genpkey -algorithm ed25519} makes them; made for these tests alone. */
class SigningKeyTest {
  private static final String PLAIN =
      pem("PRIVATE KEY", "MC4CAQAwBQYDK2VwBCIEIJ5Xqmj4kUAPQvHHtOjaFYka1tYjgwJYB8QTAyDBQrmW\n");

  private static final String ENCRYPTED =
      pem(
          "ENCRYPTED PRIVATE KEY",
          "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgcnBwQije/EgICCAAw\n"
              + "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEOXV8Lbi3LJ1pmSREzNld18EQA6x\n"
              + "So/6PhbaE6QnixxPm383L1Q76PUli3ly6PFg1BOTMTpMMMIi/3OOEz+njYtwMP4C\n"
              + "DiOULxLgaHNhMzAW74g=\n");

  private static final String PUBLIC =
      pem("PUBLIC KEY", "MCowBQYDK2VwAyEAjPTspRA1YDXX7IFTO+s1EdskAlv83MHk7fQq5/qduvo=\n");

  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path temp;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  @Test
  void aPlainAndAnEncryptedKeySignAlike() throws Exception {
    VerificationKey key = VerificationKey.read(file("pub.pem", PUBLIC));
    SigningKey plain = SigningKey.read(file("plain.pem", PLAIN), () -> null);
    SigningKey encrypted =
        SigningKey.read(file("encrypted.pem", ENCRYPTED), "for-tests"::toCharArray);
    assertThat(plain.sign(MESSAGE)).isEqualTo(encrypted.sign(MESSAGE)).hasSize(64);
    assertThat(key.verifies(MESSAGE, plain.sign(MESSAGE))).isTrue();
    assertThat(key.verifies(new byte[1], plain.sign(MESSAGE))).isFalse();
    assertThat(key.verifies(MESSAGE, new byte[3])).isFalse();
  }

  @Test
  void aMissingAndAWrongPassphraseAreOneSentenceWithoutIt() throws IOException {
    Path encrypted = file("encrypted.pem", ENCRYPTED);
    assertThatThrownBy(() -> SigningKey.read(encrypted, () -> null))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining("is encrypted: set KEYCHECK_SIGN_PASSPHRASE");
    assertThatThrownBy(() -> SigningKey.read(encrypted, "wrong-one"::toCharArray))
        .isInstanceOf(UnusableKey.class)
        .hasNoCause()
        .hasMessageContaining("cannot be decrypted")
        .hasMessageNotContaining("wrong-one");
  }

  @Test
  void whatIsNoKeyIsOneSentence() throws IOException {
    Path text = file("text.pem", "hello");
    Path pub = file("pub.pem", PUBLIC);
    Path plain = file("plain.pem", PLAIN);
    Path other = file("rsa.pem", PLAIN.replace("MC4CAQAwBQYDK2Vw", "MC4CAQAwBQYDK2Vu")); // X25519
    assertThatThrownBy(() -> SigningKey.read(text, () -> null)).hasMessageContaining("no PEM file");
    assertThatThrownBy(() -> SigningKey.read(pub, () -> null))
        .hasMessageContaining("is a public key, not a private key");
    assertThatThrownBy(() -> VerificationKey.read(plain))
        .hasMessageContaining("is no public key: make it with");
    assertThatThrownBy(() -> SigningKey.read(other, () -> null))
        .hasMessageContaining("is not of Ed25519");
    assertThatThrownBy(() -> SigningKey.read(temp.resolve("absent"), () -> null))
        .hasMessageContaining("cannot be read");
  }

  /** Written so that no file of the tree is a key by itself. */
  private static String pem(String kind, String body) {
    return "-----BEGIN %1$s-----\n%2$s-----END %1$s-----\n".formatted(kind, body);
  }
}
