package org.callboard.core.refresh;

import static org.callboard.core.refresh.FolderCatalog.component;
import static org.callboard.core.refresh.FolderCatalog.location;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callboard.api.problem.PortalException;
import org.callboard.core.Repetitions;
import org.callboard.core.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read again and has not changed writes nothing: no row, and no row as it was either. */
@ParameterizedClass
@EnumSource
class UnchangedPassesIT {

    private static final int FILES = Repetitions.of(200, 1_000);
    private static final int ENTITIES_PER_FILE = 10;
    private static final int PASSES = 5;

    @Parameter
    private TestDatabase server;

    @TempDir
    private Path folder;

    private FolderCatalog open() throws IOException {
        return new FolderCatalog(server, folder, "main", "root.yaml", "nowhere.yaml", "nothing/*.yaml");
    }

    private Tables tables() {
        return new Tables(server, folder.resolve("database"));
    }

    @Test
    void leaveEveryRowAsItWasAlsoAfterARestart() throws IOException {
        Map<String, List<String>> before;
        try (FolderCatalog catalog = open();
                Tables tables = tables()) {
            fill(catalog);
            tables.refuseWrites();
            before = tables.dump();
            checkThatThereIsSomethingOfEverySort(before);
            for (int i = 0; i < PASSES; i++) {
                catalog.pass();
                assertUnchanged(before, tables);
            }
        }
        try (FolderCatalog catalog = open();
                Tables tables = tables()) {
            catalog.pass();
            assertUnchanged(before, tables);
            catalog.pass();
            assertUnchanged(before, tables);
            catalog.write("main/0.yaml", component("e-0-0", "y"));
            assertTrue(writes(catalog) || !tables.dump().equals(before), "a change went unseen");
        }
    }

    private static boolean writes(FolderCatalog catalog) {
        try {
            catalog.pass();
            return false;
        } catch (PortalException refused) {
            return true;
        }
    }

    /** Files that are in order, and whatever else the tables keep something of. */
    private static void fill(FolderCatalog catalog) throws IOException {
        for (int file = 0; file < FILES; file++) {
            List<String> documents = new ArrayList<>();
            for (int i = 0; i < ENTITIES_PER_FILE; i++) {
                documents.add(component("e-" + file + "-" + i, "team-" + i)
                        .replace("  owner", "  dependsOn: [component:e-" + i + "-0]\n  owner"));
            }
            catalog.write("main/" + file + ".yaml", String.join("---\n", documents));
        }
        catalog.write("main/good-once.yaml", component("kept", "x"))
                .write("main/taken.yaml", component("twice", "x"))
                .pass();
        catalog.write("main/good-once.yaml", "kind: [")
                .write("main/refused.yaml", component("refused", "[]"))
                .write("main/claims.yaml", component("twice", "y") + "---\n" + component("claims", "y"))
                .write("main/itself-twice.yaml", component("same", "x") + "---\n" + component("same", "y"))
                .write("main/text.md", "A text")
                .write(
                        "main/made-of-two.yaml",
                        component("two", "x").replace("name: two", "name: two\n  title:\n    $text: ./text.md"))
                .write("root.yaml", location("./more/*.yaml", "./root.yaml", "./away.yaml"))
                .write("more/a.yaml", component("more-a", "x"))
                .write("more/b.yaml", "{")
                .pass();
    }

    private void checkThatThereIsSomethingOfEverySort(Map<String, List<String>> dump) {
        for (String table : List.of("source", "entity", "inbound", "problem", "contender", "outbox", "counter")) {
            assertFalse(rows(dump, table).isEmpty(), table);
        }
        assertEquals(List.of(), rows(dump, "pending"));
        String problems = rows(dump, "problem").toString();
        for (String code : List.of("declared-twice", "file-missing")) {
            assertTrue(problems.contains(code), problems);
        }
    }

    private List<String> rows(Map<String, List<String>> dump, String table) {
        return dump.get(server == TestDatabase.H2 ? table.toUpperCase(Locale.ROOT) : table);
    }

    private static void assertUnchanged(Map<String, List<String>> before, Tables tables) {
        Map<String, List<String>> now = tables.dump();
        assertEquals(before.keySet(), now.keySet());
        before.forEach((table, rows) -> assertEquals(rows, now.get(table), table));
    }
}
