package org.callboard.core.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import org.callboard.core.storage.Transaction.Running;
import org.jspecify.annotations.Nullable;

/**
 * A connection as a plugin's work sees it: statements can be made and executed; all that would end or switch the transaction
 * is refused, and after its end everything is.
 */
final class GuardedConnection {

    private static final Set<String> ALLOWED = Set.of(
            "createStatement",
            "prepareStatement",
            "createArrayOf",
            "getAutoCommit",
            "isReadOnly",
            "getTransactionIsolation",
            "getWarnings",
            "clearWarnings",
            "isValid");

    private final Transaction transaction;
    private final Listener listener;
    private final Connection proxy;

    /** Is told of every statement that was executed. */
    interface Listener {
        void executed(String sql, long nanos);
    }

    private GuardedConnection(Transaction transaction, Listener listener) {
        this.transaction = transaction;
        this.listener = listener;
        this.proxy = proxy(Connection.class, (self, method, values) -> onConnection(method, values));
    }

    static Connection of(Transaction transaction, Listener listener) {
        return new GuardedConnection(transaction, listener).proxy;
    }

    private @Nullable Object onConnection(Method method, Object @Nullable [] values) throws Throwable {
        String name = method.getName();
        if (name.equals("isClosed")) {
            return transaction.over() != null;
        }
        transaction.checkGoesOn();
        if (!ALLOWED.contains(name)) {
            throw refused(name);
        }
        if (name.equals("prepareStatement")) {
            StatementRule.check(text(values), transaction.mode());
        }
        Object result = transaction.step(null, () -> invoke(transaction.connection(), method, values));
        if (!(result instanceof Statement statement)) {
            return result;
        }
        transaction.opened(statement);
        return statement(statement, name.equals("prepareStatement") ? text(values) : "");
    }

    private Statement statement(Statement statement, String sql) {
        Class<? extends Statement> type =
                statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, (self, method, values) -> onStatement((Statement) self, statement, sql, method, values));
    }

    private @Nullable Object onStatement(
            Statement self, Statement statement, String sql, Method method, Object @Nullable [] values)
            throws Throwable {
        String name = method.getName();
        if (name.equals("close")) {
            statement.close();
            return null;
        }
        transaction.checkGoesOn();
        return switch (name) {
            case "getConnection" -> proxy;
            case "unwrap", "isWrapperFor", "setQueryTimeout", "setPoolable" -> throw refused(name);
            default -> {
                Object result = name.startsWith("execute")
                        ? executed(statement, sql, method, values)
                        : invokeChecked(statement, method, values);
                yield result instanceof ResultSet rows ? rows(self, rows) : result;
            }
        };
    }

    private @Nullable Object invokeChecked(Statement statement, Method method, Object @Nullable [] values)
            throws Throwable {
        if (method.getName().equals("addBatch") && values != null) {
            StatementRule.check(text(values), transaction.mode());
        }
        return invoke(statement, method, values);
    }

    private @Nullable Object executed(Statement statement, String prepared, Method method, Object @Nullable [] values)
            throws Throwable {
        boolean isText = values != null && values.length > 0 && values[0] instanceof String;
        String sql = isText ? text(values) : prepared;
        if (isText) {
            StatementRule.check(sql, transaction.mode());
        }
        long start = System.nanoTime();
        try {
            return transaction.step(new Running(statement, sql), () -> invoke(statement, method, values));
        } finally {
            listener.executed(sql, System.nanoTime() - start);
        }
    }

    private ResultSet rows(Statement statement, ResultSet rows) {
        return proxy(ResultSet.class, (self, method, values) -> {
            String name = method.getName();
            if (!name.equals("close")) {
                transaction.checkGoesOn();
            }
            return switch (name) {
                case "getStatement" -> statement;
                case "unwrap", "isWrapperFor" -> throw refused(name);
                default -> invoke(rows, method, values);
            };
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        InvocationHandler whole = (self, method, values) -> {
            if (method.getDeclaringClass() != Object.class) {
                return handler.invoke(self, method, values);
            }
            return switch (method.getName()) {
                case "equals" -> values != null && self == values[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> type.getSimpleName() + " of a plugin";
            };
        };
        return type.cast(
                Proxy.newProxyInstance(GuardedConnection.class.getClassLoader(), new Class<?>[] {type}, whole));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    private static String text(Object @Nullable [] values) {
        return values == null || values.length == 0 ? "" : String.valueOf(values[0]);
    }

    private static SQLException refused(String name) {
        return new SQLFeatureNotSupportedException(
                name + "() is not for plugins: the portal begins and ends transactions and sets their limits.",
                "0A000");
    }
}
