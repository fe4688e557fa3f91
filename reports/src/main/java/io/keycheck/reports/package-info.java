/**
 * What a conformance run says: its model, the verdict that follows from it, and the files it is
 * written to.
 *
 * <p>{@link io.keycheck.reports.RunReport} is the one source; JUnit XML, Allure results and the
 * summary on a terminal derive from it. Nothing here knows Kubernetes or JUnit.
 */
package io.keycheck.reports;
