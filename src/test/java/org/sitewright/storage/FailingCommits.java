package org.sitewright.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/// A database whose commits fail when told to: before anything is committed, or after all of it was.
final class FailingCommits {
    enum Mode {
        NEVER,
        BEFORE,
        AFTER
    }

    private final AtomicReference<Mode> mode = new AtomicReference<>(Mode.NEVER);

    /// From now on, until set to `NEVER`.
    void set(Mode changed) {
        mode.set(changed);
    }

    DataSource around(DataSource real) {
        return proxy(
                DataSource.class,
                real,
                (name, result) -> name.equals("getConnection") ? proxyConnection((Connection) result) : result);
    }

    private Connection proxyConnection(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    boolean commit = method.getName().equals("commit");
                    if (commit && mode.get() == Mode.BEFORE) {
                        throw new SQLException("the commit failed");
                    }
                    Object result = call(() -> method.invoke(real, arguments));
                    if (commit && mode.get() == Mode.AFTER) {
                        throw new SQLException("the answer was lost");
                    }
                    return result;
                });
    }

    private interface Change {
        Object apply(String method, Object result);
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, T real, Change change) {
        return type.cast(Proxy.newProxyInstance(
                FailingCommits.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        change.apply(method.getName(), call(() -> method.invoke(real, arguments)))));
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
        }
    }
}
