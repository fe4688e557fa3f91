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
 * <p>A server that is too busy is asked again when it says so, see {@link Throttle}; each request
 * has a deadline.
 */
final class ReadOnlyClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration REQUEST = Duration.ofSeconds(20);

  private final HttpClient http;
  private final String server;
  private final AtomicInteger requests = new AtomicInteger();
  private final Throttle throttle = new Throttle();

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
      if (!throttle.await()) {
        return new Answer(Throttle.BUSY, new byte[0]);
      }
      HttpResponse<byte[]> response = once(request);
      if (!throttle.again(response.code(), tries, response.header("Retry-After"))) {
        byte[] body = response.body();
        return new Answer(response.code(), body == null ? new byte[0] : body);
      }
    }
  }

  /**
   * Goes on where the server answered anything yet.
   *
   * @throws ClusterUnreadable if it was too busy for every request
   */
  void requireAnswers() {
    if (throttle.refusesAll()) {
      throw new ClusterUnreadable(
          "The API server %s is too busy for this account (429), and stayed so when asked again as it said: try again later."
              .formatted(server));
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

  @Override
  public void close() {
    http.close();
  }
}
