package org.callboard.core.settings;

import java.util.List;
import java.util.Locale;

/** What a setting can be. */
public sealed interface SettingType {

    /** {@return it in words, for people} */
    String words();

    /** {@return an example of it, for the file} */
    String example();

    /** {@return whether nobody is to see it, or a part of it} */
    boolean isSecret();

    /** A single value. */
    record Single(Scalar scalar) implements SettingType {

        @Override
        public String words() {
            return scalar.words();
        }

        @Override
        public String example() {
            return scalar.example();
        }

        @Override
        public boolean isSecret() {
            return scalar == Scalar.SECRET;
        }
    }

    /** One of an enum's constants. */
    record Choice(String type, List<String> constants) implements SettingType {

        /** Copies the list. */
        public Choice {
            constants = List.copyOf(constants);
        }

        @Override
        public String words() {
            return "one of " + String.join(", ", constants).toLowerCase(Locale.ROOT);
        }

        @Override
        public String example() {
            return constants.isEmpty() ? "" : constants.get(0).toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean isSecret() {
            return false;
        }
    }

    /** Something that may be left out. */
    record OptionalOf(SettingType inner) implements SettingType {

        @Override
        public String words() {
            return inner.words();
        }

        @Override
        public String example() {
            return inner.example();
        }

        @Override
        public boolean isSecret() {
            return inner.isSecret();
        }
    }

    /** Any number of something, in order. */
    record ListOf(SettingType inner) implements SettingType {

        @Override
        public String words() {
            return "list: " + inner.words();
        }

        @Override
        public String example() {
            return "[" + inner.example() + "]";
        }

        @Override
        public boolean isSecret() {
            return inner.isSecret();
        }
    }

    /** Any number of something, by name. */
    record MapOf(SettingType inner) implements SettingType {

        @Override
        public String words() {
            return "by name: " + inner.words();
        }

        @Override
        public String example() {
            return "{name: " + inner.example() + "}";
        }

        @Override
        public boolean isSecret() {
            return inner.isSecret();
        }
    }

    /** A record of settings. */
    record Nested(SettingsSchema schema) implements SettingType {

        @Override
        public String words() {
            return "{"
                    + String.join(
                            ", ",
                            schema.settings().stream()
                                    .map(setting -> setting.name() + ": "
                                            + setting.type().words())
                                    .toList())
                    + "}";
        }

        @Override
        public String example() {
            return "{" + Words.examples(schema) + "}";
        }

        @Override
        public boolean isSecret() {
            return schema.settings().stream().anyMatch(setting -> setting.type().isSecret());
        }
    }
}
