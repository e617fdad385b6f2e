package org.callboard.core.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.core.config.PluginSection;
import org.callboard.core.settings.SettingType.Choice;
import org.callboard.core.settings.SettingType.ListOf;
import org.callboard.core.settings.SettingType.MapOf;
import org.callboard.core.settings.SettingType.Nested;
import org.callboard.core.settings.SettingType.OptionalOf;
import org.callboard.core.settings.SettingType.Single;
import org.callboard.core.settings.SettingsSchema.Setting;
import org.jspecify.annotations.Nullable;

/** Walks along schema and section. */
final class Binder {

    private final PluginSection section;
    private final List<Bound.Fault> faults = new ArrayList<>();

    Binder(PluginSection section) {
        this.section = section;
    }

    /** {@return what was found wrong} */
    List<Bound.Fault> faults() {
        return faults;
    }

    void fault(List<String> path, String rule, String fix) {
        faults.add(new Bound.Fault(path, rule, fix));
    }

    private static List<String> inner(List<String> path, String step) {
        List<String> inner = new ArrayList<>(path);
        inner.add(step);
        return inner;
    }

    Map<String, Object> fields(SettingsSchema schema, Json.Obj object, List<String> path) {
        List<String> names = schema.names();
        for (String key : object.fields().keySet()) {
            if (!names.contains(key)) {
                fault(
                        inner(path, key),
                        "is no setting of the plugin",
                        "Take it out, or write one of " + String.join(", ", names) + ".");
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting setting : schema.settings()) {
            Object value = field(setting, object.get(setting.name()), inner(path, setting.name()));
            if (value != null) {
                values.put(setting.name(), value);
            }
        }
        return values;
    }

    private @Nullable Object field(Setting setting, @Nullable Json value, List<String> path) {
        if (value != null && !Bound.isAbsent(value)) {
            return value(setting.type(), value, path);
        }
        if (setting.fallback() != null) {
            return Bound.fallback(setting);
        }
        if (setting.type() instanceof OptionalOf) {
            return Optional.empty();
        }
        if (setting.type() instanceof Nested nested && !setting.isRequired()) {
            return fields(nested.schema(), Json.Obj.EMPTY, path);
        }
        fault(
                path,
                "is not set",
                "Write there, for example, " + setting.name() + ": "
                        + setting.type().example() + ".");
        return null;
    }

    @Nullable Object value(SettingType type, Json value, List<String> path) {
        if (type instanceof OptionalOf optional) {
            return Optional.ofNullable(value(optional.inner(), value, path));
        }
        if (type instanceof ListOf list) {
            return value instanceof Json.Arr array ? items(list, array, path) : wrong(type, path);
        }
        if (type instanceof MapOf map) {
            return value instanceof Json.Obj object ? entries(map, object, path) : wrong(type, path);
        }
        if (type instanceof Nested nested) {
            return value instanceof Json.Obj object ? fields(nested.schema(), object, path) : wrong(type, path);
        }
        return single(type, value, path);
    }

    private @Nullable Object single(SettingType type, Json value, List<String> path) {
        Optional<String> missing = section.fault(path);
        if (missing.isPresent()) {
            fault(
                    path,
                    "has no value: " + missing.get().replaceFirst("\\.$", ""),
                    "Put that there, or write another value.");
            return null;
        }
        Object found = type instanceof Single single
                ? single.scalar().parse(value)
                : type instanceof Choice choice ? constant(choice, Scalar.text(value)) : null;
        return found == null ? wrong(type, path) : found;
    }

    private static @Nullable String constant(Choice choice, @Nullable String text) {
        String wanted = text == null ? "" : text.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return choice.constants().stream()
                .filter(constant -> constant.toUpperCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private List<Object> items(ListOf type, Json.Arr array, List<String> path) {
        List<Object> items = new ArrayList<>();
        for (int index = 0; index < array.items().size(); index++) {
            Object item = value(type.inner(), array.items().get(index), inner(path, Integer.toString(index)));
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private Map<String, Object> entries(MapOf type, Json.Obj object, List<String> path) {
        Map<String, Object> entries = new LinkedHashMap<>();
        object.fields().forEach((key, field) -> {
            Object value = value(type.inner(), field, inner(path, key));
            if (value != null) {
                entries.put(key, value);
            }
        });
        return entries;
    }

    /** The value itself is not told: it may be a secret in the wrong place. */
    private @Nullable Object wrong(SettingType type, List<String> path) {
        fault(path, "must be: " + type.words(), "Write, for example, " + type.example() + ".");
        return null;
    }
}
