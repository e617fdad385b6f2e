package org.callboard.core.leftover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A class loader with a single class in it, which sees whatever its parent sees. */
final class OutsideLoader extends ClassLoader {

    private final Class<?> only;

    OutsideLoader(ClassLoader parent, Class<?> copied) {
        super(parent);
        byte[] bytes = bytes(copied);
        this.only = defineClass(copied.getName(), bytes, 0, bytes.length);
    }

    /** {@return an object of its class} */
    Object make() {
        try {
            return only.getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] bytes(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
