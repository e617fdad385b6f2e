package org.callboard.core.git;

import java.util.Arrays;
import java.util.HexFormat;

/** The id of an object: twenty bytes. */
final class GitId implements Comparable<GitId> {

    static final int LENGTH = 20;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private GitId(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The id that stands in some bytes. */
    static GitId at(byte[] from, int offset) {
        return new GitId(Arrays.copyOfRange(from, offset, offset + LENGTH));
    }

    static boolean isId(String hex) {
        return hex.length() == 2 * LENGTH && hex.chars().allMatch(HexFormat::isHexDigit);
    }

    static GitId parse(String hex) throws FaultyRepositoryException {
        if (!isId(hex)) {
            throw new FaultyRepositoryException("an object has no id of forty digits");
        }
        return new GitId(HEX.parseHex(hex));
    }

    int first() {
        return bytes[0] & 0xff;
    }

    /** Compares with the bytes of an id elsewhere. */
    int compareTo(byte[] other, int offset) {
        return Arrays.compareUnsigned(bytes, 0, LENGTH, other, offset, offset + LENGTH);
    }

    @Override
    public int compareTo(GitId other) {
        return compareTo(other.bytes, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitId id && Arrays.equals(bytes, id.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }
}
