package org.callboard.core.read;

/**
 * How much of one file is read.
 *
 * @param fileBytes the longest file
 * @param documents the most documents in a file
 * @param aliases the most YAML aliases in a document
 * @param depth how deep lists and objects may nest
 */
public record ReadLimits(int fileBytes, int documents, int aliases, int depth) {

    /** What holds unless configured: 1 MiB, 1000 documents, 50 aliases, 100 levels. */
    public static final ReadLimits DEFAULT = new ReadLimits(1 << 20, 1_000, 50, 100);
}
