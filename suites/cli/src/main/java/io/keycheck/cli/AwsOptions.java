package io.keycheck.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** How an AWS that exists is reached, and what may be used there. */
final class AwsOptions {
  @Option(
      names = "--aws-prefix",
      paramLabel = "NAME",
      description =
          "Use an AWS that exists: secrets below NAME/, and roles whose names begin with NAME- and"
              + " whose slashes are hyphens. Nothing else is written to. Credentials are those that"
              + " the AWS SDK finds, such as AWS_PROFILE, unless the next says otherwise.")
  private String awsPrefix;

  @Option(
      names = "--aws-profile",
      paramLabel = "NAME",
      description = "Take the credentials of this profile of your AWS files.")
  private String awsProfile;

  @Option(
      names = "--aws-region",
      paramLabel = "REGION",
      description =
          "Where secrets are kept: the region of the cluster's nodes (default: what AWS_REGION or the"
              + " profile says).")
  private String awsRegion;

  @Option(
      names = "--aws-endpoint",
      paramLabel = "URL",
      description =
          "Reach all services of AWS at this URL from here, for something like LocalStack; the"
              + " cluster's provider must reach it by itself.")
  private String awsEndpoint;

  @Option(
      names = "--aws-oidc-provider",
      paramLabel = "ARN",
      description =
          "IAM's OIDC provider for the cluster's issuer (default: looked for among those that IAM"
              + " lists).")
  private String awsOidcProvider;

  /** The settings that were given. */
  void putInto(Map<String, String> options) {
    Settings.put(options, "aws-prefix", awsPrefix);
    Settings.put(options, "aws-profile", awsProfile);
    Settings.put(options, "aws-region", awsRegion);
    Settings.put(options, "aws-endpoint", awsEndpoint);
    Settings.put(options, "aws-oidc-provider", awsOidcProvider);
  }
}
