package org.callboard.api.source;

import java.util.List;
import java.util.Locale;

/** One pattern of a place, compared step by step. */
record SourcePattern(List<String> steps) {

    private static final String ANY_FOLDERS = "**";

    static SourcePattern of(String pattern) {
        return new SourcePattern(steps(pattern));
    }

    private static List<String> steps(String path) {
        return List.of(path.toLowerCase(Locale.ROOT).split("/", -1));
    }

    boolean fits(String path) {
        return fits(steps, steps(path));
    }

    private static boolean fits(List<String> pattern, List<String> path) {
        if (pattern.isEmpty() || path.isEmpty()) {
            return pattern.isEmpty() && path.isEmpty();
        }
        if (!pattern.get(0).equals(ANY_FOLDERS)) {
            return fits(pattern.get(0), path.get(0)) && fits(rest(pattern), rest(path));
        }
        List<String> behind = rest(pattern);
        for (int taken = behind.isEmpty() ? 1 : 0; taken <= path.size(); taken++) {
            if (fits(behind, path.subList(taken, path.size()))) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a file in a folder, or further below, could fit} */
    boolean leadsInto(String folder) {
        List<String> path = steps(folder);
        for (int i = 0; i < path.size(); i++) {
            if (i < steps.size() && steps.get(i).equals(ANY_FOLDERS)) {
                return true;
            }
            if (i + 1 >= steps.size() || !fits(steps.get(i), path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> rest(List<String> steps) {
        return steps.subList(1, steps.size());
    }

    /** The parts between the stars stand in the name in their order: each at the first place where it can. */
    private static boolean fits(String step, String name) {
        String[] parts = step.split("[*]", -1);
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return step.equals(name);
        }
        if (!name.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return name.length() - last.length() >= at && name.endsWith(last);
    }
}
