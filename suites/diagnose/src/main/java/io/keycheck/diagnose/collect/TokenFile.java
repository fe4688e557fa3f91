package io.keycheck.diagnose.collect;

import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A token in a file, which somebody else renews. */
record TokenFile(Path file) implements OAuthTokenProvider {
  @Override
  public String getToken() {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ClusterUnreadable(
          "The token file %s that the kubeconfig names cannot be read.".formatted(file), e);
    }
  }
}
