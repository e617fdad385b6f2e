package org.callboard.core.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviewScopeTest {

    private static PreviewScope scope(String version) {
        return new PreviewScope(new RevisionName("cost", version, "sha256:" + version), List.of());
    }

    /** {@return what a new thread gives that does this} */
    private static <R extends @Nullable Object> R elsewhere(Callable<R> work) throws Exception {
        FutureTask<R> task = new FutureTask<>(work);
        new Thread(task).start();
        return task.get();
    }

    @Test
    void isSeenWithinTheWorkAndNotAfterIt() {
        PreviewScope outer = scope("1.0.0");
        PreviewScope inner = scope("2.0.0");
        assertNull(PreviewScope.current());
        PreviewScope seen = outer.around(() -> {
            assertEquals(inner, inner.around(PreviewScope::current));
            return PreviewScope.current();
        });
        assertEquals(outer, seen);
        assertNull(PreviewScope.current());
    }

    @Test
    void endsWithWorkThatFails() {
        IllegalStateException failure = new IllegalStateException();
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> scope("1.0.0").around(() -> {
                    throw failure;
                }));
        assertSame(failure, thrown);
        assertNull(PreviewScope.current());
    }

    @Test
    void goesWithACallAndWithNothingElse() throws Exception {
        PreviewScope scope = scope("1.0.0");
        Callable<PreviewScope> carried = scope.around(() -> PreviewScope.carried(PreviewScope::current));
        assertEquals(scope, elsewhere(carried));
        assertNull(scope.around(() -> elsewhere(PreviewScope::current)));
        Callable<Integer> plain = () -> 1;
        assertSame(plain, PreviewScope.carried(plain));
    }
}
