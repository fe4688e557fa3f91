package io.keycheck.diagnose.mounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MountTextTest {
  record Recorded(String check, String also, String message) {
    @Override
    public String toString() {
      return check;
    }
  }

  static List<Recorded> recorded() throws IOException {
    try (InputStream in = MountTextTest.class.getResourceAsStream("recorded-texts.json")) {
      List<Recorded> texts = new ArrayList<>();
      for (JsonNode text : new ObjectMapper().readTree(in)) {
        String check = text.get("check").asText();
        texts.add(
            new Recorded(check, text.path("also").asText(check), text.get("message").asText()));
      }
      return texts;
    }
  }

  /** Ways in which the same text can look in another cluster. */
  static Stream<Recorded> varied() throws IOException {
    return recorded().stream()
        .flatMap(
            text ->
                Stream.of(
                        text.message().replaceAll("mx-[a-z0-9-]+|env[0-9a-f]{6}", "prod-till"),
                        text.message()
                            .replace("172.17.0.3:8200", "vault-active.vault.svc:8201")
                            .replace("http://", "https://"),
                        text.message().replace("\"secrets-store\"", "\"mx-csi-2\""),
                        text.message().replace("auth/kubernetes", "ns1/team/auth/k8s-prod"),
                        text.message().replace("\n", "\r\n"),
                        text.message().replace("\n", " "),
                        text.message()
                            .replace("desc = ", "desc = rpc error: code = Internal desc = "),
                        text.message()
                            .replace("err: ", "err: failed to do what newer drivers do: "),
                        "\t " + text.message() + "\n\n",
                        Scene.wrapped(text.message()),
                        Scene.wrapped(text.message().replaceFirst("^[^:]*: ", "")))
                    .map(message -> new Recorded(text.check(), text.also(), message)));
  }

  @ParameterizedTest
  @MethodSource({"recorded", "varied"})
  void everyRecordedTextIsGivenToTheCheckThatExplainsIt(Recorded recorded) {
    List<String> checks = MountText.of(recorded.message()).cause().checks();
    assertThat(checks).as(recorded.message()).contains(recorded.check());
    assertThat(checks.get(0)).isEqualTo(recorded.also());
  }

  @Test
  void theTextsNameWhatTheyAreAbout() {
    MountText login =
        MountText.of(
            Scene.wrapped(
                Scene.answered(
                    "POST", "ns1/auth/k8s-prod/login", 400, "* invalid role name \"x\"")));
    assertThat(login.named(Detail.MOUNT)).isEqualTo("k8s-prod");
    assertThat(login.named(Detail.NAMESPACE)).isEqualTo("ns1");
    assertThat(login.named(Detail.ROLE)).isEqualTo("x");
    assertThat(login.named(Detail.STATUS)).isEqualTo("400");
    assertThat(login.named(Detail.METHOD)).isEqualTo("POST");
    assertThat(login.named(Detail.OBJECT)).isEqualTo("database-type");
    assertThat(login.named(Detail.URL))
        .isEqualTo("http://vault.security.svc:8200/v1/ns1/auth/k8s-prod/login");

    MountText aws =
        MountText.of(
            Scene.wrapped(
                "eu-west-1: Failed fetching secret arn:aws:secretsmanager:eu-west-1:1:secret:a/b:"
                    + " operation error Secrets Manager: GetSecretValue, https response error"
                    + " StatusCode: 400, RequestID: 1-2-3, ResourceNotFoundException: Secrets"
                    + " Manager can't find the specified secret."));
    assertThat(aws.named(Detail.SECRET)).isEqualTo("arn:aws:secretsmanager:eu-west-1:1:secret:a/b");
    assertThat(aws.named(Detail.REGION)).isEqualTo("eu-west-1");
    assertThat(aws.named(Detail.REQUEST_ID)).isEqualTo("1-2-3");
    assertThat(aws.named(Detail.STATUS)).isEqualTo("400");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dial tcp: lookup vault on 10.0.0.10:53: no such host | VAULT_NAME_UNRESOLVED
          dial tcp: lookup vault.x on 10.0.0.10:53: server misbehaving | VAULT_NAME_UNRESOLVED
          dial tcp: lookup vault.x on 10.0.0.10:53: read udp 1.2.3.4:1->5.6.7.8:53: i/o timeout | VAULT_NAME_UNRESOLVED
          dial tcp 10.1.2.3:8200: connect: connection refused | VAULT_UNREACHABLE
          dial tcp 10.1.2.3:8200: i/o timeout | VAULT_UNREACHABLE
          dial tcp 10.1.2.3:8200: connect: no route to host | VAULT_UNREACHABLE
          context deadline exceeded (Client.Timeout exceeded while awaiting headers) | VAULT_UNREACHABLE
          context deadline exceeded | VAULT_UNREACHABLE
          net/http: TLS handshake timeout | VAULT_UNREACHABLE
          EOF | VAULT_UNREACHABLE
          write tcp 10.1.1.1:1->10.2.2.2:8200: write: broken pipe | VAULT_UNREACHABLE
          http: server gave HTTP response to HTTPS client | VAULT_SCHEME_MISMATCH
          tls: first record does not look like a TLS handshake | VAULT_SCHEME_MISMATCH
          net/http: HTTP/1.x transport connection broken: malformed HTTP response "\\x15\\x03" | VAULT_SCHEME_MISMATCH
          x509: certificate signed by unknown authority | VAULT_TLS_UNTRUSTED
          tls: failed to verify certificate: x509: certificate is valid for a, not b | VAULT_TLS_UNTRUSTED
          x509: certificate has expired or is not yet valid: current time 2026 is after 2025 | VAULT_TLS_UNTRUSTED
          remote error: tls: bad certificate | VAULT_CLIENT_CERTIFICATE
          unsupported protocol scheme "htp" | ADDRESS_MALFORMED
          stopped after 10 redirects | VAULT_REQUEST_FAILED
          """)
  void aRequestThatGotNoAnswerIsReadByItsReason(String reason, Cause cause) {
    assertThat(causeOf(Scene.unanswered(reason))).isEqualTo(cause);
    assertThat(
            causeOf(
                Scene.unanswered(reason).replace("Post \"", "PUT ").replace("login\"", "login")))
        .as("as older Go writes it")
        .isEqualTo(cause);
    assertThat(
            causeOf(
                Scene.unanswered(reason)
                    .replace("Post ", "PUT http://a/v1/b giving up after 3 attempt(s): Put ")))
        .isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          POST | auth/jwt/login            | 400 | * role "till" could not be found | VAULT_ROLE_UNKNOWN
          POST | auth/kubernetes/login     | 403 | * invalid audience (aud) claim: audience claim does not match any expected audience | VAULT_AUDIENCE_MISMATCH
          PUT  | auth/kubernetes/login     | 403 | * permission denied | VAULT_LOGIN_DENIED
          POST | a/b/auth/kubernetes/login | 404 | * no handler for route "a/b/auth/kubernetes/login". route entry not found. | VAULT_LOGIN_DENIED
          POST | auth/kubernetes/login     | 400 | * missing client token | VAULT_LOGIN_DENIED
          POST | auth/kubernetes/login     | 500 | * lookup failed: service account unauthorized; this could mean it has been deleted or recreated with a new token | VAULT_LOGIN_DENIED
          POST | auth/kubernetes/login     | 500 | * could not load backend configuration | VAULT_AUTH_NOT_CONFIGURED
          POST | auth/kubernetes/login     | 500 | * claim "iss" is invalid | VAULT_ISSUER_MISMATCH
          POST | auth/jwt/login            | 400 | * error validating token: invalid subject (sub) claim | VAULT_SUBJECT_NOT_BOUND
          POST | auth/kubernetes/login     | 503 | * Vault is sealed | VAULT_SEALED
          POST | auth/kubernetes/login     | 429 | * request path "auth": rate limit quota exceeded | VAULT_THROTTLED
          POST | auth/kubernetes/login     | 502 | <html>Bad Gateway</html> | VAULT_GATEWAY
          POST | auth/kubernetes/login     | 400 | * something new | VAULT_LOGIN_REFUSED
          GET  | secret/data/x             | 503 | * Vault is in standby mode | VAULT_STANDBY
          GET  | secret/data/x             | 500 | * internal error | VAULT_INTERNAL
          GET  | secret/data/x             | 403 | * 1 error occurred:   * permission denied | VAULT_POLICY_DENIES
          GET  | secret/data/x             | 403 | * 2 errors occurred: * permission denied * invalid token | VAULT_TOKEN_INVALID
          GET  | kv/data/x                 | 404 | * no handler for route "kv/data/x". route entry not found. | VAULT_SECRET_NOT_FOUND
          GET  | secret/auth/x/login       | 403 | * permission denied | VAULT_POLICY_DENIES
          GET  | secret/data/x             | 405 | * unsupported operation | VAULT_METHOD_REFUSED
          """)
  void anAnswerOfVaultIsReadByPathCodeAndWords(
      String method, String path, int code, String error, Cause cause) {
    assertThat(causeOf(Scene.answered(method, path, code, error))).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          rpc error: code = DeadlineExceeded desc = context deadline exceeded | DEADLINE_EXCEEDED
          grpc: received message larger than max (5000000 vs. 4194304) | TOO_LARGE
          connection error: desc = "transport: Error while dialing: dial unix /etc/kubernetes/secrets-store-csi-providers/vault.sock: connect: connection refused" | PROVIDER_NOT_ANSWERING
          missing object versions | NO_VERSIONS
          invalid path: must not contain '..' | FILE_NAME_INVALID
          failed to write file: no such file or directory | NOT_WRITTEN
          failed to create a service account token for requesting pod {a}: serviceaccounts "x" is forbidden: User "y" cannot create resource "serviceaccounts/token" | VAULT_TOKEN_NOT_MADE
          failed to create a service account token for requesting pod {a}: Post "https://10.0.0.1:443/api/v1/namespaces/x/serviceaccounts/y/token": dial tcp 10.0.0.1:443: connect: connection refused | VAULT_TOKEN_NOT_MADE
          cannot set both vaultKubernetesMountPath and vaultAuthMountPath | VAULT_MOUNT_SET_TWICE
          strconv.ParseBool: parsing "yes": invalid syntax | VAULT_FLAG_INVALID
          invalid encoding type. Should be utf-8, base64, or hex | VAULT_ENCODING_INVALID
          error making mount request: couldn't read secret "a": empty response from "secret/x", warnings: [] | VAULT_EMPTY_ANSWER
          yaml: line 3: mapping values are not allowed in this context | OBJECTS_UNREADABLE
          yaml: unmarshal errors: line 1: cannot unmarshal !!map into []config.Secret | OBJECTS_UNREADABLE
          each `objectName` within a SecretProviderClass must be unique, but the following keys were duplicated:  | ENTRY_WITHOUT_NAME
          no secrets configured - the provider will not read any secret material | OBJECTS_EMPTY
          IRSA token extraction failed: token for audience "sts.amazonaws.com" not found - ensure tokenRequests includes this audience in CSIDriver | TOKENS_NOT_PROVIDED
          failed to retrieve region from node. error Region not found | REGION_UNKNOWN
          Must use objectType when a full ARN is not specified: x | OBJECT_TYPE_INVALID
          Object alias must be specified for JMES object | ALIAS_MISSING
          Failed to load SecretProviderClass: error converting YAML | OBJECTS_UNREADABLE
          failed to get AWS config from pod identity agent: dial tcp 169.254.170.23:80: i/o timeout | AWS_POD_IDENTITY
          Invalid File Permission: 644 | AWS_FILE_PERMISSION
          Failed to fetch parameters from all regions. Verify parameters exist and required permissions are granted | AWS_FETCH_FAILED
          eu-west-1: Failed fetching parameters: InvalidParameters: eu-west-1: invalid parameters: /x, /y | AWS_SECRET_NOT_FOUND
          eu-west-9: Failed fetching secret x: operation error Secrets Manager: GetSecretValue, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "https://secretsmanager.eu-west-9.amazonaws.com/": dial tcp: lookup secretsmanager.eu-west-9.amazonaws.com: no such host | AWS_FETCH_FAILED
          eu-west-1: Failed fetching secret x: operation error Secrets Manager: GetSecretValue, get identity: get credentials: failed to refresh cached credentials, operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 400, RequestID: a, InvalidIdentityToken: No OpenIDConnect provider found in your account for https://x | AWS_IDENTITY_UNKNOWN
          eu-west-1: Failed fetching secret x: WebIdentityErr: failed to retrieve credentials caused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity status code: 403, request id: 1 | AWS_ASSUME_ROLE_DENIED
          eu-west-1: Failed fetching secret x: WebIdentityErr: failed to retrieve credentials caused by: ExpiredTokenException: Token expired: current date/time 1 must be before 2 | AWS_TOKEN_EXPIRED
          eu-west-1: Failed fetching secret x: AccessDeniedException: User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: secretsmanager:GetSecretValue on resource: x | AWS_ACCESS_DENIED
          eu-west-1: Failed fetching secret x: AccessDeniedException: Access to KMS is not allowed | AWS_DECRYPTION_FAILED
          failed to get secretproviderclass a/b, error: secretproviderclasses.secrets-store.csi.x-k8s.io "b" is forbidden: User "u" cannot get | CLASS_FORBIDDEN
          something that nobody has seen yet | UNKNOWN
          """)
  void otherTextsAreReadByTheirStart(String text, Cause cause) {
    assertThat(causeOf(text)).isEqualTo(cause);
  }

  @Test
  void wordsInNamesDoNotCount() {
    assertThat(
            causeOf(
                "error making mount request: {secret/data/no such host: x509: connection refused}:"
                    + " {key \"Vault is sealed\" does not exist at the secret path}"))
        .isEqualTo(Cause.VAULT_KEY_NOT_FOUND);
    assertThat(
            causeOf(
                Scene.answered("GET", "secret/data/no%20such%20host-permission-denied", 404, "")))
        .isEqualTo(Cause.VAULT_SECRET_NOT_FOUND);
    assertThat(
            MountText.of(
                    "MountVolume.SetUp failed for volume \"x509: no such host\" : rpc error: code ="
                        + " Unknown desc = failed to mount secrets store objects for pod"
                        + " vault-is-sealed/sealed-eof-1, err: something new")
                .cause())
        .isEqualTo(Cause.UNKNOWN);
  }

  @Test
  void textsThatFailAlikeHaveTheSameGist() {
    String one =
        Scene.unanswered("read tcp 10.1.1.1:40000->10.2.2.2:8200: read: connection reset by peer");
    assertThat(MountText.of(one).gist())
        .isEqualTo(MountText.of(one.replace("10.1.1.1:40000", "10.1.1.9:50000")).gist())
        .isNotEqualTo(MountText.of(one.replace("10.2.2.2", "10.2.2.3")).gist());
  }

  @Test
  void nothingSecretIsQuoted() {
    String token = "hvs." + "A".repeat(40);
    String jwt = "eyJ" + "a".repeat(30) + "." + "b".repeat(30) + "." + "c".repeat(30);
    assertThat(
            MountText.of(
                    Scene.wrapped("got https://me:word@vault/v1/x with " + token + " and " + jwt))
                .words())
        .doesNotContain("word@", token, jwt)
        .contains("https://vault/v1/x");
  }

  @Test
  void aTextOfAMegabyteIsReadAtItsEnds() {
    String filler = "x: ".repeat(350_000);
    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          assertThat(causeOf(filler + "Readonly is not true in request"))
              .isEqualTo(Cause.NOT_READ_ONLY);
          assertThat(
                  causeOf(
                      Scene.answered(
                          "POST", "auth/kubernetes/login", 403, "* permission denied " + filler)))
              .isEqualTo(Cause.VAULT_LOGIN_DENIED);
        });
  }

  @Test
  void noTextTakesLongOrFails() {
    List<String> parts =
        List.of(
            "MountVolume.SetUp failed for volume \"",
            "rpc error: code = a desc = ",
            "\"",
            ": ",
            "{",
            "}",
            "Post \"http://",
            "/v1/",
            "/auth/",
            "/login",
            "Error making API request. URL: GET http://a/v1/b Code: 403. Errors:",
            "Failed fetching secret ",
            "lookup ",
            " ",
            "a",
            "\\",
            "\u0000",
            "\uD83D",
            "\n",
            "dial unix ",
            "failed to get secretproviderclass a, error: ",
            "eyJ",
            "://",
            "hvs.",
            "@",
            "JMES Path - ");
    Random random = new Random(7);
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (String part : parts) {
            assertThatCode(() -> MountText.of(part.repeat(20_000))).doesNotThrowAnyException();
          }
          for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 9_000) {
              text.append(parts.get(random.nextInt(parts.size())));
            }
            assertThatCode(() -> MountText.of(text.toString())).doesNotThrowAnyException();
          }
        });
  }

  private static Cause causeOf(String text) {
    return MountText.of(Scene.wrapped(text)).cause();
  }
}
