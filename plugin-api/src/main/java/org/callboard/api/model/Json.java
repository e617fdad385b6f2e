package org.callboard.api.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON value (RFC 8259): immutable, and without numbers that JSON can't say, such as NaN. */
public sealed interface Json {

    /** {@return a text value} */
    static Json of(String value) {
        return new Text(value);
    }

    /** {@return a whole number} */
    static Json of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    /** {@return an array of texts} */
    static Arr ofTexts(List<String> values) {
        return new Arr(values.stream().<Json>map(Text::new).toList());
    }

    /** {@return an object under construction} */
    static Builder object() {
        return new Builder();
    }

    /** A text. */
    record Text(String value) implements Json {}

    /** A number, as exact as it was written. */
    record Num(BigDecimal value) implements Json {}

    /** True and false. */
    enum Bool implements Json {
        /** {@code true} */
        TRUE,
        /** {@code false} */
        FALSE
    }

    /** The null value. */
    enum Null implements Json {
        /** {@code null} */
        NULL
    }

    /**
     * An array.
     *
     * @param items the items in order
     */
    record Arr(List<Json> items) implements Json {

        /** Copies the items. */
        public Arr {
            items = List.copyOf(items);
        }

        /** {@return the items that are texts, in order} */
        public List<String> texts() {
            List<String> texts = new ArrayList<>(items.size());
            for (Json item : items) {
                if (item instanceof Text text) {
                    texts.add(text.value());
                }
            }
            return texts;
        }
    }

    /**
     * An object.
     *
     * @param fields the fields in the order they were written
     */
    record Obj(Map<String, Json> fields) implements Json {

        /** The object without fields. */
        public static final Obj EMPTY = new Obj(Map.of());

        /** Copies the fields and keeps their order. */
        public Obj {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** {@return the field, or null where it is absent} */
        public @Nullable Json get(String name) {
            return fields.get(name);
        }

        /** {@return the value at the end of the path, if every step of it is an object that has the next} */
        public Optional<Json> at(String... path) {
            Json value = this;
            for (String step : path) {
                Json next = value instanceof Obj obj ? obj.get(step) : null;
                if (next == null) {
                    return Optional.empty();
                }
                value = next;
            }
            return Optional.of(value);
        }

        /** {@return the text at the end of the path, if there is one} */
        public Optional<String> text(String... path) {
            return at(path).map(value -> value instanceof Text text ? text.value() : null);
        }

        /** {@return the object at the end of the path, or an empty one} */
        public Obj object(String... path) {
            return at(path).orElse(EMPTY) instanceof Obj obj ? obj : EMPTY;
        }

        /** {@return the array at the end of the path, or an empty one} */
        public Arr array(String... path) {
            return at(path).orElse(null) instanceof Arr arr ? arr : new Arr(List.of());
        }

        /** {@return a copy in which the field has this value, in its old place or else as the last} */
        public Obj with(String name, Json value) {
            Map<String, Json> copy = new LinkedHashMap<>(fields);
            copy.put(name, value);
            return new Obj(copy);
        }

        /** {@return a copy that lacks the field} */
        public Obj without(String name) {
            Map<String, Json> copy = new LinkedHashMap<>(fields);
            copy.remove(name);
            return new Obj(copy);
        }
    }

    /** Puts an object together; not for use by several threads. */
    final class Builder {

        private final Map<String, Json> fields = new LinkedHashMap<>();

        private Builder() {}

        /** Sets a field; a null value leaves it out. */
        public Builder put(String name, @Nullable Json value) {
            if (value != null) {
                fields.put(name, value);
            }
            return this;
        }

        /** Sets a text field; a null value leaves it out. */
        public Builder put(String name, @Nullable String value) {
            return value == null ? this : put(name, new Text(value));
        }

        /** Sets a whole number. */
        public Builder put(String name, long value) {
            return put(name, of(value));
        }

        /** {@return the object} */
        public Obj build() {
            return new Obj(fields);
        }
    }
}
