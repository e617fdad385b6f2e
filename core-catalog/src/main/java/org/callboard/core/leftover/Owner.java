package org.callboard.core.leftover;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells a revision's things from others by the class loader that their classes come from. */
record Owner(ClassLoader loader) {

    /** The JDK makes it for the whole process, with the class loader of whoever needs it first. */
    private static final String SHARED = "CompletableFutureDelayScheduler";

    /** {@return whether the loader is the revision's, or one that it made} */
    boolean has(@Nullable ClassLoader other) {
        ClassLoader next = other;
        while (next != null) {
            if (next == loader) {
                return true;
            }
            next = next.getParent();
        }
        return false;
    }

    /** {@return whether the object, or what an array holds, is of one of the revision's classes, or is such a class} */
    boolean made(@Nullable Object thing) {
        if (thing == null) {
            return false;
        }
        if (thing instanceof ClassLoader other) {
            return has(other);
        }
        Class<?> type = thing instanceof Class<?> itself ? itself : thing.getClass();
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return has(type.getClassLoader())
                || (thing instanceof Object[] elements
                        && Arrays.stream(elements).anyMatch(this::isOfItsClass));
    }

    private boolean isOfItsClass(@Nullable Object element) {
        return element != null && has(element.getClass().getClassLoader());
    }

    /** {@return whether the thread runs the revision's code or was started by it} */
    boolean made(Thread thread) {
        return !thread.getName().equals(SHARED)
                && (has(thread.getContextClassLoader())
                        || has(thread.getClass().getClassLoader())
                        || made(JdkFields.task(thread)));
    }
}
