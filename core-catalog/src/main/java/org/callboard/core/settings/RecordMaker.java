package org.callboard.core.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.core.settings.SettingType.Choice;
import org.callboard.core.settings.SettingType.ListOf;
import org.callboard.core.settings.SettingType.MapOf;
import org.callboard.core.settings.SettingType.Nested;
import org.callboard.core.settings.SettingType.OptionalOf;
import org.callboard.core.settings.SettingsSchema.Setting;

/** Makes the plugin's records of what was bound; their constructors are the plugin's code. */
final class RecordMaker {

    private final ClassLoader loader;

    RecordMaker(ClassLoader loader) {
        this.loader = loader;
    }

    /** A record's constructor does not take the values; the message is the author's. */
    static final class NotTakenException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> path;

        NotTakenException(List<String> path, String message) {
            super(message, null, false, false);
            this.path = path;
        }

        List<String> path() {
            return path;
        }
    }

    /** {@return the record of a schema} */
    Record make(SettingsSchema schema, Map<?, ?> values, List<String> path) throws NotTakenException {
        List<Object> arguments = new ArrayList<>();
        for (Setting setting : schema.settings()) {
            List<String> inner = inner(path, setting.name());
            Object value = values.get(setting.name());
            if (value == null) {
                throw new IllegalStateException("nothing was bound to " + inner);
            }
            arguments.add(argument(setting.type(), value, inner));
        }
        try {
            return (Record) constructor(schema.type()).newInstance(arguments.toArray());
        } catch (InvocationTargetException thrown) {
            throw refusal(schema, path, thrown.getTargetException());
        } catch (ReflectiveOperationException | LinkageError unfit) {
            throw new NotTakenException(path, "its class " + schema.type() + " can't be used");
        }
    }

    private Constructor<?> constructor(String type) throws ReflectiveOperationException {
        Class<?> made = Class.forName(type, true, loader);
        Class<?>[] parameters = Stream.of(made.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = made.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return constructor;
    }

    private static NotTakenException refusal(SettingsSchema schema, List<String> path, Throwable thrown) {
        if (thrown instanceof Error error && !(error instanceof LinkageError)) {
            throw error;
        }
        String message = thrown instanceof IllegalArgumentException ? thrown.getMessage() : null;
        if (message == null || message.isBlank()) {
            return new NotTakenException(
                    path,
                    "its class " + schema.type() + " fails with "
                            + thrown.getClass().getSimpleName());
        }
        List<String> about = schema.names().stream()
                .filter(name -> message.startsWith(name + " ") || message.startsWith("'" + name + "'"))
                .findFirst()
                .map(name -> inner(path, name))
                .orElse(path);
        return new NotTakenException(about, message);
    }

    private Object argument(SettingType type, Object value, List<String> path) throws NotTakenException {
        if (type instanceof OptionalOf optional && value instanceof Optional<?> found) {
            return found.isPresent() ? Optional.of(argument(optional.inner(), found.get(), path)) : found;
        }
        if (type instanceof ListOf list && value instanceof List<?> items) {
            List<Object> made = new ArrayList<>();
            for (Object item : items) {
                made.add(argument(list.inner(), item, inner(path, Integer.toString(made.size()))));
            }
            return List.copyOf(made);
        }
        if (type instanceof MapOf map && value instanceof Map<?, ?> entries) {
            Map<String, Object> made = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                String key = String.valueOf(entry.getKey());
                made.put(key, argument(map.inner(), entry.getValue(), inner(path, key)));
            }
            return java.util.Collections.unmodifiableMap(made);
        }
        if (type instanceof Nested nested && value instanceof Map<?, ?> fields) {
            return make(nested.schema(), fields, path);
        }
        return type instanceof Choice choice ? constant(choice, String.valueOf(value), path) : value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object constant(Choice choice, String name, List<String> path) throws NotTakenException {
        try {
            return Enum.valueOf((Class) Class.forName(choice.type(), true, loader), name);
        } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException unfit) {
            throw new NotTakenException(path, "its class " + choice.type() + " can't be used");
        }
    }

    private static List<String> inner(List<String> path, String step) {
        List<String> inner = new ArrayList<>(path);
        inner.add(step);
        return inner;
    }
}
