package org.callboard.core.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.read.Positions;
import org.jspecify.annotations.Nullable;

/** Collects, file after file, what is set for the portal itself and where it stands. What is set for plugins is theirs. */
final class SettingOrigins {

    private static final int LONGEST = 200;
    private static final Pattern TELLING =
            Pattern.compile("(?i).*(password|passwd|secret|token|credential|api_?key|private_?key).*");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-[^}]*)?}");
    private static final Pattern FROM_ELSEWHERE = Pattern.compile("(?<!\\$)\\$\\{[a-z][a-z0-9-]*:[^-].*");
    private static final Pattern IN_URL =
            Pattern.compile("(?i)((?:^|[?&;])[a-z]*(?:password|token|secret)=)[^&;]+|(?<=://)[^/@\\s]+(?=@)");
    private static final Set<String> OF_CATALOG =
            Set.of("locations", "rules", "readonly", "orphanStrategy", "processingInterval");

    private final Function<String, @Nullable String> environment;
    private final Map<String, PortalSetting> found = new LinkedHashMap<>();

    SettingOrigins(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** Takes what a document says, over what others said before. */
    void add(Parsed raw, Json.Obj values) {
        new Walk(raw.positions()).object(values, raw.tree(), List.of(), "");
    }

    /** {@return what is set, by key} */
    Map<String, PortalSetting> all() {
        return Map.copyOf(found);
    }

    /** Goes through one document, as it is written and with values put in. */
    private final class Walk {

        private final Positions positions;

        Walk(Positions positions) {
            this.positions = positions;
        }

        void object(Json.Obj object, Json written, List<String> path, String key) {
            object.fields().forEach((name, value) -> {
                boolean isPassedOver = key.equals("catalog") && !OF_CATALOG.contains(name);
                if (!isPassedOver) {
                    Json raw = written instanceof Json.Obj whole ? whole.get(name) : null;
                    String inner = key.isEmpty() ? name : key + "." + name;
                    value(value, raw == null ? value : raw, SectionsOfPlugins.inner(path, name), inner);
                }
            });
        }

        private void value(Json value, Json written, List<String> path, String key) {
            if (value instanceof Json.Obj object) {
                object(object, written, path, key);
                return;
            }
            found.keySet().removeIf(known -> known.equals(key) || isWithin(known, key));
            if (value instanceof Json.Arr array
                    && array.texts().size() < array.items().size()) {
                items(array, ((Json.Arr) written).items(), path, key);
            } else {
                found.put(key, setting(value, words(written), path, key));
            }
        }

        private void items(Json.Arr array, List<Json> written, List<String> path, String key) {
            for (int item = 0; item < array.items().size(); item++) {
                List<String> place = SectionsOfPlugins.inner(path, Integer.toString(item));
                value(array.items().get(item), written.get(item), place, key + "[" + item + "]");
            }
        }

        private PortalSetting setting(Json value, String written, List<String> path, String key) {
            SourcePosition place = positions.key(path);
            List<String> variables = VARIABLE.matcher(written)
                    .results()
                    .map(result -> result.group(1))
                    .filter(name -> environment.apply(name) != null)
                    .distinct()
                    .toList();
            boolean isHidden = TELLING.matcher(path.get(path.size() - 1)).matches()
                    || FROM_ELSEWHERE.matcher(written).find()
                    || variables.stream().anyMatch(name -> TELLING.matcher(name).matches());
            return new PortalSetting(
                    key,
                    isHidden ? PortalSetting.HIDDEN : shown(words(value)),
                    place.target() + ":" + place.line(),
                    variables);
        }
    }

    /** {@return whether a key is that of something within another} */
    static boolean isWithin(String key, String outer) {
        return key.startsWith(outer + ".") || key.startsWith(outer + "[");
    }

    private static String shown(String value) {
        // before it is cut: a password that the cut goes through is none that could be known as one
        String masked = IN_URL.matcher(value).replaceAll(SettingOrigins::masked);
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }

    private static String masked(MatchResult found) {
        String name = found.group(1) == null ? "" : found.group(1);
        return Matcher.quoteReplacement(name + PortalSetting.HIDDEN);
    }

    private static String words(Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        if (value instanceof Json.Num number) {
            return number.value().toPlainString();
        }
        if (value instanceof Json.Bool) {
            return Boolean.toString(value == Json.Bool.TRUE);
        }
        return value instanceof Json.Arr array ? String.join(", ", array.texts()) : "";
    }
}
