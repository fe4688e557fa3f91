/** What mounts that failed say, and which of their events still count. */
package io.keycheck.diagnose.mounts;
