package io.keycheck.cases.offender;

import io.github.jopenlibs.vault.VaultException;

/** Breaks a house rule on purpose. */
public record TalksToVault(VaultException failure) {}
