package org.callboard.core.endpoint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a content security policy (https://www.w3.org/TR/CSP3/) whether it leaves a page without an origin and without a
 * network. Whatever runs in such a page has nothing of the portal's, so the policy may stand in the place of the portal's own,
 * and the page in a frame of the portal's.
 */
final class Isolation {

    private static final String SELF = "'self'";
    private static final String NOTHING = "'none'";
    /** What a page has already: what stands in it, and what it makes of that. */
    private static final String WITHIN =
            "'none'|'unsafe-inline'|'wasm-unsafe-eval'|data:|blob:|'sha(256|384|512)-[A-Za-z0-9+/=]+'";

    private Isolation() {}

    static boolean isGiven(String policy) {
        Map<String, List<String>> directives = new HashMap<>();
        for (String directive : policy.split(";", -1)) {
            List<String> words = Arrays.asList(directive.strip().split("\\s+", -1));
            String name = words.get(0).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && directives.put(name, words.subList(1, words.size())) != null) {
                return false;
            }
        }
        List<String> sandbox = directives.remove("sandbox");
        return sandbox != null
                && List.of("allow-scripts").containsAll(sandbox)
                && List.of(NOTHING).equals(directives.get("default-src"))
                && isFrame(directives.remove("frame-ancestors"))
                && directives.entrySet().stream().allMatch(left -> reachesNothing(left.getKey(), left.getValue()));
    }

    private static boolean isFrame(@Nullable List<String> ancestors) {
        return List.of(SELF).equals(ancestors) || List.of(NOTHING).equals(ancestors);
    }

    private static boolean reachesNothing(String directive, List<String> sources) {
        return directive.endsWith("-src") && sources.stream().allMatch(source -> source.matches(WITHIN));
    }
}
