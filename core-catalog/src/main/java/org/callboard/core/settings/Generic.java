package org.callboard.core.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * A type as class files write it, taken apart.
 *
 * @param name the class with slashes, or the name of a primitive type
 * @param parameters what stands in angle brackets, as class files write it
 */
record Generic(String name, List<String> parameters) {

    /**
     * Takes a type apart.
     *
     * @throws IOException where this is none
     */
    static Generic parse(String text) throws IOException {
        int bracket = text.indexOf('<');
        if (!text.startsWith("L") || bracket < 0) {
            return new Generic(name(text.startsWith("T") ? "Ljava/lang/Object;" : text), List.of());
        }
        List<String> parameters = new ArrayList<>();
        int start = bracket + 1;
        int depth = 0;
        for (int at = start; at < text.length() && depth >= 0; at++) {
            char character = text.charAt(at);
            depth += character == '<' ? 1 : character == '>' ? -1 : 0;
            if (depth == 0 && character == ';') {
                parameters.add(bounded(text.substring(start, at + 1)));
                start = at + 1;
            }
        }
        return new Generic(text.substring(1, bracket), parameters);
    }

    private static String name(String descriptor) throws IOException {
        try {
            Type type = Type.getType(descriptor);
            return type.getSort() == Type.OBJECT ? type.getInternalName() : type.getClassName();
        } catch (RuntimeException | AssertionError malformed) {
            throw new IOException("This is no type: " + descriptor, malformed);
        }
    }

    /** A wildcard stands for its bound. */
    private static String bounded(String parameter) {
        return parameter.startsWith("+") || parameter.startsWith("-") ? parameter.substring(1) : parameter;
    }
}
