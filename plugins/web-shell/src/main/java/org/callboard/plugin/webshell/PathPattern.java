package org.callboard.plugin.webshell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The path of a page behind its plugin's id, in which steps in braces stand for any, and a last one with three dots for all
 * that follow.
 *
 * @param text as the plugin wrote it
 * @param steps its steps
 */
record PathPattern(String text, List<String> steps) {

    /** Those that say more of a path stand first: that have more steps written out, and sooner. */
    static final Comparator<PathPattern> CLOSEST_FIRST =
            Comparator.comparing(PathPattern::parameters).thenComparing(PathPattern::shape);

    private static final String STEP = "[a-zA-Z0-9_~-][a-zA-Z0-9._~-]{0,62}";
    private static final String PARAMETER = "\\{[a-zA-Z][a-zA-Z0-9_-]{0,62}}";
    private static final String REST = "...}";
    private static final int MOST_STEPS = 10;

    /** {@return the pattern, or nothing where the text is none} */
    static Optional<PathPattern> of(String text) {
        List<String> steps = text.isEmpty() ? List.of() : Arrays.asList(text.split("/", -1));
        Set<String> parameters = new HashSet<>();
        for (int index = 0; index < steps.size(); index++) {
            boolean isLast = index == steps.size() - 1;
            String step = isLast ? steps.get(index).replace(REST, "}") : steps.get(index);
            boolean isGood = isParameter(step) ? step.matches(PARAMETER) && parameters.add(step) : step.matches(STEP);
            if (!isGood || steps.size() > MOST_STEPS) {
                return Optional.empty();
            }
        }
        return Optional.of(new PathPattern(text, steps));
    }

    private static boolean isParameter(String step) {
        return step.startsWith("{");
    }

    private boolean hasRest() {
        return text.endsWith(REST);
    }

    /** {@return how many steps stand for any; one that stands for all that follow counts for more than all others} */
    int parameters() {
        int count = (int) steps.stream().filter(PathPattern::isParameter).count();
        return hasRest() ? count + MOST_STEPS : count;
    }

    /** {@return the same for patterns that match the same paths} */
    String shape() {
        // a brace sorts behind all characters that steps are written of but the tilde
        return text.replaceAll("\\{[^}]*\\.\\.\\.}", "~~{}").replaceAll("\\{[^}]+}", "~{}");
    }

    /** {@return the parameters, if these are the steps of a path that it matches} */
    Optional<Map<String, String>> match(List<String> path) {
        int fixed = hasRest() ? steps.size() - 1 : steps.size();
        if (path.size() < fixed || (path.size() > fixed && !hasRest())) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int index = 0; index < fixed; index++) {
            String step = steps.get(index);
            if (isParameter(step)) {
                values.put(step.substring(1, step.length() - 1), path.get(index));
            } else if (!step.equals(path.get(index))) {
                return Optional.empty();
            }
        }
        if (hasRest()) {
            String name = steps.get(fixed);
            values.put(
                    name.substring(1, name.length() - REST.length()),
                    String.join("/", path.subList(fixed, path.size())));
        }
        return Optional.of(values);
    }
}
