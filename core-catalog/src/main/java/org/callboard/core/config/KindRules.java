package org.callboard.core.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;

/** Which kinds a location may hold: what any rule of {@code catalog.rules} that is about it allows, as with Backstage. */
public final class KindRules {

    /** The kinds where no rule is configured; Backstage's default. */
    static final Set<String> DEFAULT = Set.of("component", "api", "location");

    private static final Pattern SIGN = Pattern.compile("\\*\\*|\\*|\\?|[^*?]+");

    private final List<Rule> rules;

    private KindRules(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * One rule.
     *
     * @param kinds the kinds that it allows, lower case
     * @param places what it is about; everything where there are none
     */
    private record Rule(Set<String> kinds, List<Place> places) {

        boolean isAbout(String type, String target) {
            return places.isEmpty() || places.stream().anyMatch(place -> place.is(type, target));
        }
    }

    private record Place(String type, Pattern target) {

        boolean is(String otherType, String otherTarget) {
            return type.equals(otherType) && target.matcher(otherTarget).matches();
        }
    }

    /** Reads {@code catalog.rules}. */
    static KindRules of(Json.Arr rules) {
        return rules.items().isEmpty()
                ? new KindRules(List.of(new Rule(DEFAULT, List.of())))
                : new KindRules(objects(rules).stream()
                        .map(rule -> new Rule(kinds(rule), places(rule)))
                        .toList());
    }

    private static List<Place> places(Json.Obj rule) {
        return objects(rule.array("locations")).stream()
                .map(place -> new Place(
                        place.text("type").orElse(""),
                        place.text("exact")
                                .map(exact -> Pattern.compile(Pattern.quote(exact)))
                                .orElseGet(() -> pattern(place.text("pattern").orElse("**")))))
                .toList();
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(SIGN.matcher(glob)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "**" -> ".*";
                            case "*" -> "[^/]*";
                            case "?" -> "[^/]";
                            default -> Pattern.quote(found.group());
                        })));
    }

    private static Set<String> kinds(Json.Obj rule) {
        Set<String> kinds = new HashSet<>();
        for (Json allowed : rule.array("allow").items()) {
            String kind = allowed instanceof Json.Text text
                    ? text.value()
                    : allowed instanceof Json.Obj object ? object.text("kind").orElse("") : "";
            kinds.add(kind.toLowerCase(Locale.ROOT));
        }
        return kinds;
    }

    private static List<Json.Obj> objects(Json.Arr array) {
        return array.items().stream()
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .toList();
    }

    /** {@return the kinds that a location may hold, lower case} */
    public Set<String> allowed(String type, String target) {
        Set<String> kinds = new HashSet<>();
        rules.stream().filter(rule -> rule.isAbout(type, target)).forEach(rule -> kinds.addAll(rule.kinds()));
        return Set.copyOf(kinds);
    }

    /** {@return the kinds that a location may hold which has rules of its own besides} */
    Set<String> allowed(String type, String target, Json.Arr own) {
        Set<String> kinds = new HashSet<>(allowed(type, target));
        objects(own).forEach(rule -> kinds.addAll(kinds(rule)));
        return Set.copyOf(kinds);
    }
}
