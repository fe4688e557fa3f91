package io.keycheck.diagnose.collect;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks to an API server, and is not able to write to it: see {@link ReadOnly}.
 *
 * <p>A server that is too busy is asked again when it says so, twice at most; each request has a
 * deadline.
 */
final class ReadOnlyClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration REQUEST = Duration.ofSeconds(20);
  private static final int TRIES = 3;
  private static final int BUSY = 429;
  private static final int LONGEST_PAUSE_SECONDS = 5;

  private final HttpClient http;
  private final String server;
  private final AtomicInteger requests = new AtomicInteger();

  ReadOnlyClient(Config config, String userAgent, boolean logs) {
    this.server = config.getMasterUrl().replaceAll("/+$", "");
    config.setUserAgent(userAgent);
    // The client's own retries would wait for minutes.
    config.setRequestRetryBackoffLimit(0);
    config.setConnectionTimeout((int) CONNECT.toMillis());
    config.setRequestTimeout((int) REQUEST.toMillis());
    this.http =
        new JdkHttpClientFactory()
            .newBuilder(config)
            .addOrReplaceInterceptor("keycheck-read-only", new ReadOnly(URI.create(server), logs))
            .build();
  }

  /**
   * Gets what is at a path.
   *
   * @throws ClusterUnreadable if no answer came
   */
  Answer get(String path) {
    return send(builder(path).build());
  }

  /**
   * Asks what the own account may do.
   *
   * @param path one of the two of {@link ReadOnly}
   */
  Answer review(String path, String body) {
    return send(builder(path).post("application/json", body).build());
  }

  /** Returns how many requests were sent. */
  int requests() {
    return requests.get();
  }

  /** Returns the address of the API server. */
  String server() {
    return server;
  }

  /** The client beneath, for the proof that it cannot write either. */
  HttpClient http() {
    return http;
  }

  private HttpRequest.Builder builder(String path) {
    return http.newHttpRequestBuilder().uri(server + path).setHeader("Accept", "application/json");
  }

  private Answer send(HttpRequest request) {
    for (int tries = 1; ; tries++) {
      HttpResponse<byte[]> response = once(request);
      if (response.code() != BUSY || tries == TRIES) {
        byte[] body = response.body();
        return new Answer(response.code(), body == null ? new byte[0] : body);
      }
      pause(response.header("Retry-After"));
    }
  }

  private HttpResponse<byte[]> once(HttpRequest request) {
    requests.incrementAndGet();
    CompletableFuture<HttpResponse<byte[]>> sent = null;
    try {
      sent = http.sendAsync(request, byte[].class);
      return sent.get(REQUEST.plus(CONNECT).toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RequestRefused refused
          ? refused
          : NoAnswer.of(server, e.getCause());
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw NoAnswer.of(server, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NoAnswer.of(server, e);
    }
  }

  private static void pause(String retryAfter) {
    int seconds = 1;
    if (retryAfter != null && retryAfter.matches("\\d{1,6}")) {
      seconds = Math.min(Integer.parseInt(retryAfter), LONGEST_PAUSE_SECONDS);
    }
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
        .join();
  }

  @Override
  public void close() {
    http.close();
  }
}
