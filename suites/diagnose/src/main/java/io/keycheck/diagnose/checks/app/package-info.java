/** Checks of the MendixApp, and of what an app runs on. */
package io.keycheck.diagnose.checks.app;
