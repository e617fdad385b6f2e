package org.callboard.core.git;

/** A commit, a tree, or what else there is, as it was stored. */
final class GitObject {

    static final int COMMIT = 1;
    static final int TREE = 2;

    /** No commit is larger, and no tree of a folder that people write. */
    static final int LARGEST = 8 << 20;

    private final int type;
    private final byte[] bytes;

    GitObject(int type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    int type() {
        return type;
    }

    /** The bytes themselves, which nobody changes. */
    byte[] bytes() {
        return bytes;
    }
}
