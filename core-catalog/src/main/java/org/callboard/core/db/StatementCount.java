package org.callboard.core.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Has the statements of threads that work for somebody be counted. Others pay nothing for it. */
public final class StatementCount {

    private static final ThreadLocal<@Nullable Counter> COUNTER = new ThreadLocal<>();

    private StatementCount() {}

    /** Counts. */
    @FunctionalInterface
    public interface Counter {
        /** A statement was executed, with whatever success, in this time. */
        void executed(long nanos);
    }

    /**
     * Counts what this thread executes from now on.
     *
     * @param counter null to count no more
     * @return what counted before, to be bound again afterwards
     */
    public static @Nullable Counter bind(@Nullable Counter counter) {
        @Nullable Counter before = COUNTER.get();
        if (counter == null) {
            COUNTER.remove();
        } else {
            COUNTER.set(counter);
        }
        return before;
    }

    /** {@return the connection, whose statements are counted where this thread works for somebody} */
    static Connection counted(Connection connection) {
        @Nullable Counter counter = COUNTER.get();
        return counter == null ? connection : (Connection) wrap(Connection.class, connection, counter);
    }

    private static Object wrap(Class<?> type, Object target, Counter counter) {
        InvocationHandler handler = (proxy, method, values) -> {
            if (!method.getName().startsWith("execute")) {
                return countedToo(invoke(target, method, values), method.getReturnType(), counter);
            }
            long start = System.nanoTime();
            try {
                return invoke(target, method, values);
            } finally {
                counter.executed(System.nanoTime() - start);
            }
        };
        return Proxy.newProxyInstance(StatementCount.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object countedToo(@Nullable Object result, Class<?> type, Counter counter) {
        return result instanceof Statement && Statement.class.isAssignableFrom(type)
                ? wrap(type, result, counter)
                : result;
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
