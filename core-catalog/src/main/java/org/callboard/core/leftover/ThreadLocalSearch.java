package org.callboard.core.leftover;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.callboard.core.leftover.Leftover.Fate;
import org.callboard.core.leftover.Leftover.Kind;
import org.jspecify.annotations.Nullable;

/** Empties the thread-locals of a revision in threads that outlive it. */
final class ThreadLocalSearch implements Search {

    private static final @Nullable Field OWN = JdkFields.open(Thread.class, "threadLocals");
    private static final @Nullable Field INHERITED = JdkFields.open(Thread.class, "inheritableThreadLocals");

    @Override
    public List<Leftover> clear(Owner owner) {
        List<Leftover> found = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!owner.made(thread)) {
                clear(owner, thread, JdkFields.read(OWN, thread), found);
                clear(owner, thread, JdkFields.read(INHERITED, thread), found);
            }
        }
        return found;
    }

    private static void clear(Owner owner, Thread thread, @Nullable Object map, List<Leftover> found) {
        Object table = map == null ? null : JdkFields.read(JdkFields.open(map.getClass(), "table"), map);
        if (table == null) {
            return;
        }
        for (int slot = 0; slot < Array.getLength(table); slot++) {
            if (Array.get(table, slot) instanceof Reference<?> entry) {
                clear(owner, thread, entry, found);
            }
        }
    }

    /** Only the value is taken away: the table around it is the other thread's own, which may be at work on it. */
    private static void clear(Owner owner, Thread thread, Reference<?> entry, List<Leftover> found) {
        Field field = JdkFields.open(entry.getClass(), "value");
        Object value = JdkFields.read(field, entry);
        if (field == null || value == null || !(owner.made(entry.get()) || owner.made(referent(value)))) {
            return;
        }
        try {
            field.set(entry, null);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
        if (value instanceof Reference<?>) {
            // libraries keep their buffers so, and would let go of them by themselves
            return;
        }
        found.add(new Leftover(
                Kind.THREAD_LOCAL, value.getClass().getName(), "in thread '" + thread.getName() + "'", Fate.UNDONE));
    }

    private static @Nullable Object referent(Object value) {
        return value instanceof Reference<?> reference ? reference.get() : value;
    }
}
