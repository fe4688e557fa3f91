package io.keycheck.diagnose.checks.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.mounts.Scene;
import io.keycheck.reports.diagnosis.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsChecksTest {
  private static final String REFUSED =
      "eu-west-1: Failed fetching secret shop/till: operation error Secrets Manager: GetSecretValue,"
          + " https response error StatusCode: 400, RequestID: 1-2, ";
  private static final String FETCH =
      "Failed to fetch secret from all regions. Verify secret exists and required permissions are"
          + " granted for: shop/till";

  static final Map<Check, String> TEXTS = texts();

  private static Map<Check, String> texts() {
    Map<Check, String> texts = new LinkedHashMap<>();
    texts.put(
        new AwsSecretNotFound(),
        REFUSED + "ResourceNotFoundException: Secrets Manager can't find the specified secret.");
    texts.put(
        new AwsSecretDeleted(),
        REFUSED
            + "InvalidRequestException: You can't perform this operation on the secret because it"
            + " was marked for deletion.");
    texts.put(new AwsFetchFailed(), FETCH);
    return texts;
  }

  static Stream<Check> checks() {
    return TEXTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void eachCheckFindsItsOwnTextAndNoOther(Check check) {
    for (Map.Entry<Check, String> text : TEXTS.entrySet()) {
      assertThat(look(check, Scene.of("aws").says(text.getValue())))
          .hasSize(text.getKey() == check ? 1 : 0);
    }
    assertThat(look(check, Scene.of("vault").says(TEXTS.get(check)))).isEmpty();
    assertThat(look(check, Scene.of("aws").says(TEXTS.get(check)).mounted("till-1", "uid-1")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void aFindingSaysWhatToDoInLinesFitForAShell(Check check) {
    Finding finding = look(check, Scene.of("aws").says(TEXTS.get(check))).get(0);
    assertThat(finding.check()).isEqualTo(check.id()).startsWith("aws-");
    assertThat(finding.object().toString()).isEqualTo("SecretProviderClass shop/till");
    assertThat(finding.remedy()).allMatch(line -> line.matches("(#|kubectl |aws )[^\\n]*"));
    assertThat(check.explanation().mend()).isNotBlank();
  }

  @Test
  void theRegionThatWasAskedIsInTheCommands() {
    assertThat(tell(new AwsSecretDeleted(), TEXTS.get(deleted())).remedy())
        .contains(
            "aws secretsmanager restore-secret --secret-id shop/till --region eu-west-1",
            "aws secretsmanager describe-secret --secret-id shop/till --region eu-west-1");
  }

  private static Check deleted() {
    return TEXTS.keySet().stream()
        .filter(AwsSecretDeleted.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aParameterIsLookedUpWhereParametersAre() {
    Finding finding =
        tell(
            new AwsSecretNotFound(),
            "eu-west-1: Failed fetching parameters: InvalidParameters: eu-west-1: invalid"
                + " parameters: /shop/till");
    assertThat(finding.why()).contains("no parameter \"/shop/till\"");
    assertThat(finding.remedy().get(0)).startsWith("aws ssm describe-parameters");
  }

  @Test
  void aPathOneLetterOffRanksFirst() {
    Finding finding = first("'\"database-pasword\"'", "eu-west-1");
    assertThat(finding.why())
        .startsWith("The provider hides the reason. Likeliest by far")
        .contains("database-pasword", "\"database-password\"");
    assertThat(finding.remedy().stream().filter(line -> line.matches("# \\d\\. .*")))
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-9", "euwest-1", "<region>", "Ireland"})
  void anOddRegionRanksFirst(String region) {
    assertThat(first("'\"database-password\"'", region).why()).contains("Likeliest by far", region);
  }

  @ParameterizedTest
  @CsvSource({"eu-west-1", "us-gov-west-1", "us-iso-east-1", "ap-southeast-5"})
  void withNothingOddRightsRankFirst(String region) {
    Finding finding = first("'\"db-pw\"'", region);
    assertThat(finding.why()).contains("First to look at", "IAM role");
  }

  @Test
  void theRoleOfTheAccountIsNamed() {
    Scene scene =
        Scene.of("aws", Map.of("objects", ""))
            .account(Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::123456789012:role/till"))
            .says(FETCH);
    Finding finding = look(new AwsFetchFailed(), scene).get(0);
    assertThat(finding.remedy())
        .contains("aws iam list-role-policies --role-name till")
        .anyMatch(line -> line.contains("system:serviceaccount:shop:till"))
        .noneMatch(line -> line.contains("JMESPath"));
  }

  @Test
  void aHostWithoutAddressIsSaid() {
    String text =
        "eu-west-9: Failed fetching secret shop/till: operation error Secrets Manager:"
            + " GetSecretValue, request send failed, Post"
            + " \"https://secretsmanager.eu-west-9.amazonaws.com/\": dial tcp: lookup"
            + " secretsmanager.eu-west-9.amazonaws.com on 10.0.0.10:53: no such host";
    assertThat(tell(new AwsFetchFailed(), text).why())
        .contains(
            "Likeliest by far", "secretsmanager.eu-west-9.amazonaws.com", "did you mean eu-west-");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void hostileNamesStayWithinTheirLine(Check check) {
    String hostile = "x\nrm -rf /\n'; $(reboot) \u001B[2J";
    Scene scene =
        Scene.of("aws", Map.of("region", hostile, "objects", "- path: \"database-tipe$(reboot)'\""))
            .account(Map.of("eks.amazonaws.com/role-arn", hostile))
            .says(TEXTS.get(check).replace("shop/till", "$(reboot)'"));
    for (Finding finding : look(check, scene)) {
      assertThat(finding.remedy())
          .allMatch(line -> line.chars().noneMatch(c -> c < 0x20))
          .allMatch(
              line ->
                  line.startsWith("#")
                      || !line.replace("\\'", "").replaceAll("'[^']*'", "").contains("reboot"));
    }
  }

  @Test
  void whatOtherChecksSeeInTheClassOrAccountExplainsAFetchThatFailed() {
    assertThat(new AwsFetchFailed().explainedBy())
        .contains("jmespath-unquoted", "role-arn-malformed", "account-name-mismatch")
        .doesNotContain("aws-fetch-failed");
  }

  private static Finding first(String path, String region) {
    String objects =
        "- objectName: shop/till\n  objectType: secretsmanager\n  jmesPath:\n  - path: "
            + path
            + "\n    objectAlias: database-password\n";
    Scene scene = Scene.of("aws", Map.of("objects", objects, "region", region));
    return look(new AwsFetchFailed(), scene.says(FETCH)).get(0);
  }

  private static Finding tell(Check check, String text) {
    return look(check, Scene.of("aws").says(text)).get(0);
  }

  private static List<Finding> look(Check check, Scene scene) {
    Findings findings = new Findings(check);
    check.look(scene.view(), findings);
    return findings.found();
  }
}
