package org.callboard.core.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.config.Secret;
import org.callboard.api.model.Json;
import org.callboard.core.config.PluginSection;
import org.callboard.core.settings.SettingType.ListOf;
import org.callboard.core.settings.SettingType.MapOf;
import org.callboard.core.settings.SettingType.OptionalOf;
import org.callboard.core.settings.SettingsSchema.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's section compared with its schema.
 *
 * @param values by name: what Java has for single values, the name of an enum's constant, an {@link Optional}, a list, and a
 *     map for both a map and a record
 * @param faults what is wrong with it, in the order of the schema
 * @param missing what must be set and is not
 */
record Bound(Map<String, Object> values, List<Fault> faults, List<Setting> missing) {

    /**
     * Something that can't be used.
     *
     * @param path within the section
     * @param rule a clause without its subject
     * @param fix a sentence
     */
    record Fault(List<String> path, String rule, String fix) {}

    static Bound of(SettingsSchema schema, PluginSection section) {
        Binder binder = new Binder(section);
        if (!(section.values() instanceof Json.Obj object)) {
            binder.fault(List.of(), "must hold settings", "Write 'name: value' on lines below it.");
            return new Bound(Map.of(), binder.faults(), List.of());
        }
        Map<String, Object> values = binder.fields(schema, object, List.of());
        List<Setting> missing = schema.required().stream()
                .filter(setting -> isAbsent(object.get(setting.name())))
                .toList();
        return new Bound(values, binder.faults(), missing);
    }

    /** {@return a setting's value where none is set, or null where its fallback is none} */
    static @Nullable Object fallback(Setting setting) {
        List<String> texts = setting.fallback();
        Json written = null;
        if (texts != null && setting.type() instanceof ListOf) {
            written =
                    Json.ofTexts(texts.stream().filter(text -> !text.isBlank()).toList());
        } else if (texts != null && texts.size() == 1 && setting.type() instanceof MapOf) {
            written = texts.get(0).isBlank() ? Json.Obj.EMPTY : null;
        } else if (texts != null && texts.size() == 1 && !(setting.type() instanceof OptionalOf)) {
            written = Json.of(texts.get(0));
        }
        return written == null ? null : new Binder(PluginSection.NONE).value(setting.type(), written, List.of());
    }

    static boolean isAbsent(@Nullable Json value) {
        return value == null || value == Json.Null.NULL;
    }

    boolean isGood() {
        return faults.isEmpty();
    }

    /** {@return the texts of all secrets} */
    List<String> secrets() {
        List<String> found = new ArrayList<>();
        collect(values, found);
        return found;
    }

    private static void collect(Object value, List<String> found) {
        if (value instanceof Secret secret) {
            found.add(secret.reveal());
        } else if (value instanceof Map<?, ?> map) {
            collect(map.values(), found);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> collect(inner, found));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> collect(item, found));
        }
    }
}
