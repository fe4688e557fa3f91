package io.keycheck.cases.offender;

import com.marcnuri.helm.Helm;

/** Breaks a house rule on purpose. */
public record RendersCharts(Helm helm) {}
