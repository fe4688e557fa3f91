package io.keycheck.diagnose.checks.aws;

import io.keycheck.diagnose.mounts.Letters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The regions of AWS, by the names that endpoints have. */
final class Regions {
  private static final Pattern FORM = Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,3}-[0-9]{1,2}");

  /** Partitions whose regions are not published in full. */
  private static final Pattern ISOLATED = Pattern.compile("(us|eu)-iso[a-z]?-[a-z]{2,12}-[0-9]");

  /** Source: the AWS General Reference, endpoints of AWS Secrets Manager. */
  private static final List<String> KNOWN =
      List.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-south-1",
          "ap-south-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ca-central-1",
          "ca-west-1",
          "eu-central-1",
          "eu-central-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "eu-south-1",
          "eu-south-2",
          "eu-north-1",
          "il-central-1",
          "me-south-1",
          "me-central-1",
          "mx-central-1",
          "sa-east-1",
          "us-gov-east-1",
          "us-gov-west-1",
          "cn-north-1",
          "cn-northwest-1",
          "eusc-de-east-1");

  private Regions() {}

  /** Returns what is odd about the name of a region; nothing where it is one. */
  static Optional<String> oddity(String region) {
    if (KNOWN.contains(region) || ISOLATED.matcher(region).matches()) {
      return Optional.empty();
    }
    String nearest =
        KNOWN.stream()
            .filter(known -> Letters.apart(region, known) <= 2)
            .min(Comparator.comparingInt(known -> Letters.apart(region, known)))
            .map(" (did you mean %s?)"::formatted)
            .orElse("");
    return Optional.of(
        FORM.matcher(region).matches()
            ? "the region \"%s\" is none that AWS is known to have%s".formatted(region, nearest)
            : "\"%s\" is no name of a region%s".formatted(region, nearest));
  }
}
