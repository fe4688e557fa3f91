package io.keycheck.cases.offender;

import software.amazon.awssdk.services.iam.IamClient;

/** Breaks a house rule on purpose. */
public record TalksToAws(IamClient client) {}
