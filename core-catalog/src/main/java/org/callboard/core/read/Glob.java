package org.callboard.core.read;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Files by pattern, as shells find them: {@code *} and {@code ?} within a name, <code>{a,b}</code> for alternatives,
 * {@code **} for any number of folders. Wildcards pass over names that start with a dot and over linked folders.
 */
final class Glob {

    private static final String SIGNS = "*?{";
    private static final int MOST_ALTERNATIVES = 1_000;

    private record Visit(Path folder, int segment) {}

    private final int most;
    private final SortedSet<Path> found = new TreeSet<>();
    private final Set<Visit> visited = new HashSet<>();

    private Glob(int most) {
        this.most = most;
    }

    static boolean isPattern(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (SIGNS.indexOf(target.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the part of an absolute pattern that holds no signs} */
    static Path root(String pattern) {
        int sign = 0;
        while (sign < pattern.length() && SIGNS.indexOf(pattern.charAt(sign)) < 0) {
            sign++;
        }
        int slash = pattern.lastIndexOf('/', sign);
        return Path.of(slash <= 0 ? "/" : pattern.substring(0, slash)).normalize();
    }

    /** {@return the files that match, sorted, at most so many} */
    static List<Path> files(String pattern, int most) throws IOException {
        Glob glob = new Glob(most);
        for (String plain : alternatives(pattern)) {
            Path root = root(plain);
            List<String> segments = new ArrayList<>();
            for (Path name : root.relativize(Path.of(plain).normalize())) {
                segments.add(name.toString());
            }
            glob.visited.clear();
            glob.walk(root, segments, 0);
        }
        return List.copyOf(glob.found);
    }

    private static List<String> alternatives(String pattern) {
        List<String> open = new ArrayList<>(List.of(pattern));
        List<String> plain = new ArrayList<>();
        while (!open.isEmpty() && open.size() + plain.size() <= MOST_ALTERNATIVES) {
            String next = open.remove(open.size() - 1);
            int end = next.indexOf('}');
            int start = next.lastIndexOf('{', end);
            if (start < 0 || end < 0) {
                plain.add(next);
                continue;
            }
            for (String choice : next.substring(start + 1, end).split(",", -1)) {
                open.add(next.substring(0, start) + choice + next.substring(end + 1));
            }
        }
        return plain;
    }

    private void walk(Path folder, List<String> segments, int at) throws IOException {
        if (found.size() >= most || at == segments.size() || !visited.add(new Visit(folder, at))) {
            return;
        }
        String segment = segments.get(at);
        boolean last = at == segments.size() - 1;
        if (segment.equals("**")) {
            walkAnyDepth(folder, segments, at);
        } else if (isPattern(segment)) {
            for (Path child : list(folder)) {
                if (matches(segment, name(child))) {
                    step(child, segments, at, last);
                }
            }
        } else {
            step(folder.resolve(segment), segments, at, last);
        }
    }

    private void walkAnyDepth(Path folder, List<String> segments, int at) throws IOException {
        boolean last = at == segments.size() - 1;
        walk(folder, segments, at + 1);
        for (Path child : list(folder)) {
            if (name(child).startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                walk(child, segments, at);
            } else if (last) {
                step(child, segments, at, true);
            }
        }
    }

    private void step(Path child, List<String> segments, int at, boolean last) throws IOException {
        if (!last) {
            if (Files.isDirectory(child)) {
                walk(child, segments, at + 1);
            }
        } else if (Files.isRegularFile(child) && found.size() < most) {
            found.add(child);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** {@return what is in the folder, sorted; nothing where it is none} */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        }
        Collections.sort(children);
        return children;
    }

    /** Goes back to the last star only, so that it takes no more than length times length. */
    static boolean matches(String pattern, String name) {
        if (name.startsWith(".") && !pattern.startsWith(".")) {
            return false;
        }
        int p = 0;
        int star = -1;
        int resume = 0;
        for (int n = 0; n < name.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(sign -> sign == '*');
    }
}
