package org.callboard.core.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Objects that have a file each. */
record LooseObjects(Path folder) {

    private static final int LONGEST_HEADER = 32;

    Optional<GitObject> read(GitId id) throws IOException {
        String hex = id.toString();
        Path inner = folder.resolve(hex.substring(0, 2));
        Path file = inner.resolve(hex.substring(2));
        if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return Optional.of(read(channel));
        }
    }

    private static GitObject read(FileChannel channel) throws IOException {
        byte[] start = new byte[LONGEST_HEADER];
        int got = Inflating.read(channel, 0, start);
        String header = new String(start, 0, got, StandardCharsets.ISO_8859_1);
        int end = header.indexOf('\0');
        int space = header.indexOf(' ');
        if (space < 0 || end < space || end - space > 10) {
            throw new FaultyRepositoryException("an object has no header");
        }
        byte[] all = Inflating.exactly(channel, 0, end + 1 + size(header.substring(space + 1, end)));
        return new GitObject(type(header.substring(0, space)), Arrays.copyOfRange(all, end + 1, all.length));
    }

    private static long size(String digits) throws FaultyRepositoryException {
        if (!digits.matches("\\d+")) {
            throw new FaultyRepositoryException("an object has no size");
        }
        return Long.parseLong(digits);
    }

    private static int type(String name) {
        return switch (name) {
            case "commit" -> GitObject.COMMIT;
            case "tree" -> GitObject.TREE;
            default -> 0;
        };
    }
}
