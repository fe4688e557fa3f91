package io.keycheck.diagnose.entries;

/**
 * A file that an entry makes.
 *
 * @param name its path within the volume
 * @param source the key within the secret that its content is taken from, or empty
 * @param whole whether it holds the whole secret beside files that hold its parts
 * @param line the line that makes it, counted from 1
 */
public record MountedFile(String name, String source, boolean whole, int line) {}
