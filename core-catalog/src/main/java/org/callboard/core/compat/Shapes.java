package org.callboard.core.compat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Classes by their names: those of the plugin, of the API, and of Java. */
final class Shapes {

    static final String API = "org/callboard/api/";

    private final List<ClassSource> sources;
    private final Map<String, Optional<Shape>> known = new HashMap<>();
    private final Map<String, Family> families = new HashMap<>();

    Shapes(ClassSource plugin, ClassSource api) {
        this.sources = List.of(name -> name.startsWith(API) ? api.find(name) : plugin.find(name), Shapes::ofJava);
    }

    static boolean isApi(String name) {
        return name.startsWith(API);
    }

    /** {@return a class; empty where it is a library's that nobody has here} */
    Optional<Shape> find(String name) {
        return known.computeIfAbsent(name, this::read);
    }

    private Optional<Shape> read(String name) {
        try {
            for (ClassSource source : sources) {
                byte[] file = source.find(name);
                if (file != null) {
                    return Optional.of(Shape.of(file));
                }
            }
        } catch (IOException damaged) {
            // as good as not there
        }
        return Optional.empty();
    }

    private static byte @Nullable [] ofJava(String name) throws IOException {
        if (!name.startsWith("java/")) {
            return null;
        }
        try (InputStream file = Object.class.getResourceAsStream("/" + name + ".class")) {
            return file == null ? null : file.readAllBytes();
        }
    }

    /**
     * A class with all that it extends and implements, classes before interfaces.
     *
     * @param isWhole whether every one of them is known
     */
    record Family(Map<String, Shape> members, boolean isWhole) {

        /** {@return the first that has a method with this name and descriptor} */
        Optional<Shape> withMethod(String key) {
            return members.values().stream()
                    .filter(member -> member.methods().containsKey(key))
                    .findFirst();
        }

        /** {@return the first that has a field with this name and descriptor} */
        Optional<Shape> withField(String key) {
            return members.values().stream()
                    .filter(member -> member.fields().containsKey(key))
                    .findFirst();
        }

        /** {@return whether one of them has the method and does not leave it to others} */
        boolean implementsMethod(String key) {
            return members.values().stream()
                    .map(member -> member.methods().get(key))
                    .anyMatch(flags -> flags != null && (flags & Opcodes.ACC_ABSTRACT) == 0);
        }

        boolean has(String name) {
            return members.containsKey(name);
        }
    }

    /** {@return a class and all above it} */
    Family family(String name) {
        return families.computeIfAbsent(name, this::gather);
    }

    private Family gather(String name) {
        Map<String, Shape> members = new LinkedHashMap<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(name));
        boolean isWhole = true;
        while (!waiting.isEmpty()) {
            String next = waiting.pop();
            Optional<Shape> found = members.containsKey(next) ? Optional.empty() : find(next);
            isWhole &= found.isPresent() || members.containsKey(next);
            found.ifPresent(shape -> {
                members.put(next, shape);
                if (shape.parent() != null) {
                    waiting.push(shape.parent());
                }
                waiting.addAll(shape.interfaces());
            });
        }
        return new Family(members, isWhole);
    }
}
