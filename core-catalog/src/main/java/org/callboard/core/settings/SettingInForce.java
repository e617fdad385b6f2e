package org.callboard.core.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.core.config.PluginSection;
import org.callboard.core.settings.SettingType.ListOf;
import org.callboard.core.settings.SettingType.MapOf;
import org.callboard.core.settings.SettingType.Nested;
import org.callboard.core.settings.SettingType.OptionalOf;
import org.callboard.core.settings.SettingsSchema.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A setting as an operator may see it.
 *
 * @param value what is in force, with asterisks for secrets; null where nothing is
 * @param origin where it is from: file and line, or {@code default}; null where it is from nowhere
 */
public record SettingInForce(
        Setting setting, @Nullable Json value, @Nullable String origin) {

    private static final Json HIDDEN = Json.of("***");

    static List<SettingInForce> of(SettingsSchema schema, PluginSection section) {
        Json.Obj values = section.values() instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        List<SettingInForce> settings = new ArrayList<>();
        for (Setting setting : schema.settings()) {
            List<String> path = List.of(setting.name());
            Json value = values.get(setting.name());
            boolean isSet = value != null && value != Json.Null.NULL;
            settings.add(
                    value != null && isSet
                            ? new SettingInForce(
                                    setting,
                                    new Mask(section).shown(setting.type(), value, path),
                                    section.place(path).orElse(null))
                            : unset(setting));
        }
        return settings;
    }

    /** {@return a setting that the operator has left alone} */
    public static SettingInForce unset(Setting setting) {
        List<String> fallback = setting.fallback();
        if (fallback == null) {
            return new SettingInForce(setting, null, null);
        }
        return new SettingInForce(setting, setting.type().isSecret() ? HIDDEN : written(setting, fallback), "default");
    }

    /** As it would stand in the file. */
    private static Json written(Setting setting, List<String> fallback) {
        if (setting.type() instanceof ListOf) {
            return Json.ofTexts(
                    fallback.stream().filter(text -> !text.isBlank()).toList());
        }
        return setting.type() instanceof MapOf ? Json.Obj.EMPTY : Json.of(fallback.get(0));
    }

    /** Puts asterisks in the place of what nobody is to see. */
    private record Mask(PluginSection section) {

        Json shown(SettingType type, Json value, List<String> path) {
            SettingType inner = type instanceof OptionalOf optional ? optional.inner() : type;
            if (value instanceof Json.Arr array && inner instanceof ListOf list) {
                List<Json> items = new ArrayList<>();
                for (Json item : array.items()) {
                    items.add(shown(list.inner(), item, inner(path, Integer.toString(items.size()))));
                }
                return new Json.Arr(items);
            }
            if (value instanceof Json.Obj object && inner instanceof MapOf map) {
                return fields(object, path, key -> map.inner());
            }
            if (value instanceof Json.Obj object && inner instanceof Nested nested) {
                return fields(
                        object,
                        path,
                        key -> nested.schema().settings().stream()
                                .filter(setting -> setting.name().equals(key))
                                .findFirst()
                                .map(Setting::type)
                                .orElse(new SettingType.Single(Scalar.SECRET)));
            }
            return inner.isSecret() || section.isHidden(path) ? HIDDEN : value;
        }

        private Json fields(
                Json.Obj object, List<String> path, java.util.function.Function<String, SettingType> types) {
            Map<String, Json> fields = new LinkedHashMap<>();
            object.fields().forEach((key, field) -> fields.put(key, shown(types.apply(key), field, inner(path, key))));
            return new Json.Obj(fields);
        }

        private static List<String> inner(List<String> path, String step) {
            List<String> inner = new ArrayList<>(path);
            inner.add(step);
            return inner;
        }
    }
}
