package io.keycheck.reports.folder;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;

/** A public key of Ed25519, by which a signature is verified; in PEM, as {@code openssl} has it. */
public final class VerificationKey {
  private final PublicKey key;

  private VerificationKey(PublicKey key) {
    this.key = key;
  }

  /**
   * Reads a key.
   *
   * @throws UnusableKey if it is none
   */
  public static VerificationKey read(Path file) throws UnusableKey {
    Pem pem = Pem.read(file);
    if (!pem.label().equals("PUBLIC KEY")) {
      throw new UnusableKey(
          "The key %s is no public key: make it with 'openssl pkey -in KEY -pubout'."
              .formatted(file));
    }
    try {
      return new VerificationKey(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(pem.der())));
    } catch (InvalidKeySpecException e) {
      throw new UnusableKey(
          "The key %s is not of Ed25519: name the one that the report was signed for."
              .formatted(file),
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 17 has Ed25519.", e);
    }
  }

  boolean verifies(byte[] message, byte[] sign) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(sign);
    } catch (SignatureException e) {
      return false; // it is no signature at all
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key of Ed25519 verifies anything.", e);
    }
  }
}
