package org.callboard.core.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be set: a record of a plugin, or one within that.
 *
 * @param type the record's class
 */
public record SettingsSchema(String type, List<Setting> settings) {

    /** Copies the list. */
    public SettingsSchema {
        settings = List.copyOf(settings);
    }

    /**
     * A component of the record.
     *
     * @param fallback the value where none is set, as in the file, or null where there is none
     */
    public record Setting(
            String name, String description, @Nullable List<String> fallback, SettingType type) {

        /** {@return whether the operator must set it} */
        public boolean isRequired() {
            boolean canDoWithout = type instanceof SettingType.OptionalOf
                    || (type instanceof SettingType.Nested nested
                            && nested.schema().canBeEmpty());
            return fallback == null && !canDoWithout;
        }
    }

    /** {@return the names of what may be set} */
    List<String> names() {
        return settings.stream().map(Setting::name).toList();
    }

    /** {@return what must be set} */
    List<Setting> required() {
        return settings.stream().filter(Setting::isRequired).toList();
    }

    /** {@return whether all of it may be left out} */
    boolean canBeEmpty() {
        return required().isEmpty();
    }
}
