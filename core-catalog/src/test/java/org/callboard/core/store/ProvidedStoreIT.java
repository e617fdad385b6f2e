package org.callboard.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ProvidedStoreIT {

    private final Database database;
    private final ProvidedStore store;

    ProvidedStoreIT(TestDatabase server, @TempDir Path folder) {
        this.database = server.open(folder);
        this.store = new ProvidedStore(database, Clock.systemUTC());
        execute("insert into plugin (id, version, title, digest, desired, installed_at)"
                + " values ('p', '1', 'P', '0', 'ACTIVE', current_timestamp)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void execute(String sql) {
        database.inTransaction(connection -> Rows.update(connection, sql));
    }

    private static Json.Obj group(String name, String title) {
        return Json.object()
                .put("kind", "Group")
                .put(
                        "metadata",
                        Json.object().put("name", name).put("title", title).build())
                .build();
    }

    private static ProvidedDocuments documents(Json.Obj... some) {
        ProvidedDocuments documents = new ProvidedDocuments();
        Arrays.stream(some).forEach(documents::add);
        return documents;
    }

    private long version() {
        return store.sets().get(0).version();
    }

    @Test
    void aSetTakesThePlaceOfTheOneBeforeAndTheSameSetChangesNothing() {
        assertTrue(store.replace("p", "x", documents(group("a", "A"), group("b", "B"))));
        long first = version();
        assertFalse(store.replace("p", "x", documents(group("b", "B"), group("a", "A"))));
        assertEquals(first, version());
        assertTrue(store.replace("p", "x", documents(group("b", "other"), group("c", "C"))));
        assertTrue(version() > first);
        assertEquals(
                Set.of("group:default/b", "group:default/c"),
                store.digests("p", "x").keySet());
        assertEquals(Optional.empty(), store.document("p", "x", "group:default/a"));
        assertTrue(store.document("p", "x", "group:default/b").isPresent());
        assertTrue(store.replace("p", "x", documents()));
        assertEquals(Set.of(), store.digests("p", "x").keySet());
        assertEquals(1, store.sets().size());
    }

    @Test
    void oneOfTheSameNameAndOneWithoutHavePlacesOfTheirOwn() {
        store.replace("p", "x", documents(group("a", "A"), group("a", "B"), Json.Obj.EMPTY));
        assertEquals(
                Set.of("group:default/a", "group:default/a (2)", "document 3"),
                store.digests("p", "x").keySet());
    }

    @Test
    void oneEntityIsPutAndTakenOut() {
        assertTrue(store.put("p", "x", "group:default/a", group("a", "A")));
        assertFalse(store.put("p", "x", "group:default/a", group("a", "A")));
        assertTrue(store.put("p", "x", "group:default/a", group("a", "B")));
        assertTrue(store.remove("p", "x", "group:default/a"));
        assertFalse(store.remove("p", "x", "group:default/a"));
    }

    @Test
    void nothingIsShownOfAPluginThatWasRemovedAndItIsForgottenInTime() {
        store.replace("p", "x", documents(group("a", "A")));
        assertEquals(0, store.forgetRemoved());
        execute("delete from plugin");
        assertEquals(0, store.sets().size());
        assertEquals(1, store.forgetRemoved());
        assertEquals(Set.of(), store.digests("p", "x").keySet());
        assertFalse(store.forget("p", "x"));
    }

    @Test
    void tooMuchIsRefused() {
        PortalException refused = assertThrows(PortalException.class, () -> documents(group("a", "A".repeat(1 << 20))));
        assertEquals(ProblemKind.TOO_LARGE, refused.kind());
        Json.Obj large = group("a", "A".repeat(1_000_000));
        Json.Obj[] many = new Json.Obj[68];
        Arrays.fill(many, large);
        assertThrows(PortalException.class, () -> documents(many));
    }
}
