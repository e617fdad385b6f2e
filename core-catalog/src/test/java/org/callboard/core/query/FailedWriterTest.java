package org.callboard.core.query;

import static org.callboard.core.query.MemoryFeed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt closes the file that is being written, as a full disk does. */
class FailedWriterTest {

    private final MemoryFeed feed = new MemoryFeed(1);
    private final SearchIndex index;

    FailedWriterTest(@TempDir Path folder) {
        add("first");
        this.index = SearchIndex.open(folder, feed);
    }

    @BeforeEach
    void failWhileWriting() {
        add("second");
        Thread.currentThread().interrupt();
        assertThrows(RuntimeException.class, index::catchUp);
        assertEquals(true, Thread.interrupted());
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void add(String name) {
        feed.put(json("{'kind': 'Component', 'metadata': {'name': '" + name + "'}}"), "uid-" + name);
    }

    private int total() {
        return index.query(Query.of(Filter.NONE, 0)).total();
    }

    @Test
    void whatCouldBeReadBeforeCanStillBeRead() {
        assertEquals(1, total());
        assertEquals(
                Optional.of("first"), index.findByUid("uid-first", Sight.ALL).map(found -> found.title()));
    }

    @Test
    void goesOnWhereItsFilesEnd() {
        index.catchUp();
        assertEquals(2, total());
        assertEquals(feed.latest(), index.generation());
    }

    @Test
    void refusesReadersOnceItIsClosed() {
        index.close();
        PortalException refused =
                assertThrows(PortalException.class, () -> index.find(EntityRef.parse("component:default/first")));
        assertEquals(ProblemKind.UNAVAILABLE, refused.kind());
    }
}
