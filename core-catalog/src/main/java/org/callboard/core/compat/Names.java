package org.callboard.core.compat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** Names as they stand in source code. */
final class Names {

    private Names() {}

    /** {@return a class without its package} */
    static String simple(String type) {
        return type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
    }

    static String full(String type) {
        return type.replace('/', '.').replace('$', '.');
    }

    /** {@return such as {@code Card.text(String)}} */
    static String method(String owner, String name, String descriptor) {
        String parameters = Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(Names::of)
                .collect(Collectors.joining(", ", "(", ")"));
        return name.equals("<init>") ? "new " + simple(owner) + parameters : simple(owner) + "." + name + parameters;
    }

    /** Takes a descriptor apart: what is malformed in it shows here, where that is expected, and not where it is put into words. */
    static void requireWhole(String descriptor) {
        Type type = Type.getType(descriptor);
        List<Type> parts =
                new ArrayList<>(type.getSort() == Type.METHOD ? List.of(type.getArgumentTypes()) : List.of(type));
        if (type.getSort() == Type.METHOD) {
            parts.add(type.getReturnType());
        }
        for (Type part : parts) {
            String unused = of(part);
        }
    }

    static String of(Type type) {
        return simple(type.getClassName().replace('.', '/'));
    }
}
