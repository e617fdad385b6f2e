package org.callboard.core.leftover;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Fields of the JDK that {@code conf/jvm.options} opens. In a process that was started without it, less is found. */
final class JdkFields {

    private static final @Nullable Field TARGET = open(Thread.class, "target");
    private static final @Nullable Field HOLDER = open(Thread.class, "holder");

    private JdkFields() {}

    static @Nullable Field open(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            return field.trySetAccessible() ? field : null;
        } catch (NoSuchFieldException otherJava) {
            return null;
        }
    }

    static @Nullable Object read(@Nullable Field field, @Nullable Object object) {
        try {
            return field == null ? null : field.get(object);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** {@return what the thread was made to run, where that can be seen} */
    static @Nullable Object task(Thread thread) {
        if (TARGET != null) {
            return read(TARGET, thread);
        }
        // since Java 19
        Object holder = read(HOLDER, thread);
        return holder == null ? null : read(open(holder.getClass(), "task"), holder);
    }
}
