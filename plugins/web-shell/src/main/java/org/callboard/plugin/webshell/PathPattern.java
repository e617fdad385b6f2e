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
 * The path of a page behind its plugin's id, in which steps in braces stand for any.
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
    private static final int MOST_STEPS = 10;

    /** {@return the pattern, or nothing where the text is none} */
    static Optional<PathPattern> of(String text) {
        List<String> steps = text.isEmpty() ? List.of() : Arrays.asList(text.split("/", -1));
        Set<String> parameters = new HashSet<>();
        for (String step : steps) {
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

    /** {@return how many steps stand for any} */
    int parameters() {
        return (int) steps.stream().filter(PathPattern::isParameter).count();
    }

    /** {@return the same for patterns that match the same paths} */
    String shape() {
        // a brace sorts behind all characters that steps are written of but the tilde
        return text.replaceAll("\\{[^}]*}", "~{}");
    }

    /** {@return the parameters, if these are the steps of a path that it matches} */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != steps.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int index = 0; index < steps.size(); index++) {
            String step = steps.get(index);
            if (isParameter(step)) {
                values.put(step.substring(1, step.length() - 1), path.get(index));
            } else if (!step.equals(path.get(index))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
