package org.callboard.core.git;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commit.
 *
 * @param tree the folder as it left it
 * @param author who wrote it, without their address
 * @param at when it was committed
 */
record Commit(GitId id, GitId tree, List<GitId> parents, String author, Instant at) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_PARENTS = 64;
    private static final Pattern PERSON = Pattern.compile("(.*)<[^<>]*> (\\d{1,12}) [+-]\\d{4,}");

    static Commit parse(GitId id, byte[] bytes) throws FaultyRepositoryException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        GitId tree = null;
        List<GitId> parents = new ArrayList<>();
        String author = "";
        Instant at = Instant.EPOCH;
        for (String line : text.substring(0, end < 0 ? text.length() : end).split("\n", -1)) {
            if (line.startsWith("tree ")) {
                tree = GitId.parse(line.substring(5));
            } else if (line.startsWith("parent ") && parents.size() < MOST_PARENTS) {
                parents.add(GitId.parse(line.substring(7)));
            } else if (line.startsWith("author ")) {
                author = name(line.substring(7));
            } else if (line.startsWith("committer ")) {
                at = time(line.substring(10));
            }
        }
        if (tree == null) {
            throw new FaultyRepositoryException("commit " + id + " has no tree");
        }
        return new Commit(id, tree, List.copyOf(parents), author, at);
    }

    private static String name(String person) {
        Matcher parts = PERSON.matcher(person);
        String name = parts.matches() ? parts.group(1).strip().replaceAll("[\\p{Cntrl}\\p{Cf}]", "") : "";
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static Instant time(String person) {
        Matcher parts = PERSON.matcher(person);
        try {
            return parts.matches() ? Instant.ofEpochSecond(Long.parseLong(parts.group(2))) : Instant.EPOCH;
        } catch (DateTimeException none) {
            return Instant.EPOCH;
        }
    }
}
