package io.keycheck.reports.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A private key of Ed25519, by which a report is signed.
 *
 * <p>Source: RFC 8032; PKCS#8 in PEM, plain or encrypted by a passphrase (PBES2, RFC 8018).
 */
public final class SigningKey {
  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * Reads a key.
   *
   * @param passphrase asked only where the key is encrypted; null where none is given
   * @throws UnusableKey if it is none, or the passphrase is missing or wrong
   */
  public static SigningKey read(Path file, Supplier<char[]> passphrase) throws UnusableKey {
    Pem pem = Pem.read(file);
    byte[] der =
        switch (pem.label()) {
          case "PRIVATE KEY" -> pem.der();
          case "ENCRYPTED PRIVATE KEY" -> decrypted(file, pem.der(), passphrase.get());
          default ->
              throw new UnusableKey(
                  "The key %s is a %s, not a private key: sign with the private one."
                      .formatted(file, pem.label().toLowerCase(java.util.Locale.ROOT)));
        };
    try {
      return new SigningKey(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (InvalidKeySpecException e) {
      throw new UnusableKey(
          "The key %s is not of Ed25519: make one with 'openssl genpkey -algorithm ed25519'."
              .formatted(file));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 17 has Ed25519.", e);
    } finally {
      Arrays.fill(der, (byte) 0);
    }
  }

  /** Returns the 64 bytes of the signature. */
  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key of Ed25519 signs anything.", e);
    }
  }

  private static byte[] decrypted(Path file, byte[] der, char[] passphrase) throws UnusableKey {
    if (passphrase == null || passphrase.length == 0) {
      throw new UnusableKey(
          "The key %s is encrypted: set KEYCHECK_SIGN_PASSPHRASE, or run in a terminal that can ask."
              .formatted(file));
    }
    PBEKeySpec secret = new PBEKeySpec(passphrase);
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
      AlgorithmParameters parameters = info.getAlgParameters();
      // The name of PBES2 says nothing; that of its parameters is the algorithm's own.
      String algorithm = parameters == null ? info.getAlgName() : parameters.toString();
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(algorithm).generateSecret(secret),
          parameters);
      return info.getKeySpec(cipher).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      // Not passed on: nobody knows what such an exception says of the passphrase.
      throw new UnusableKey(
          "The key %s cannot be decrypted: the passphrase is another, or the cipher is none that"
                  .formatted(file)
              + " Java knows.");
    } finally {
      secret.clearPassword();
    }
  }
}
