package org.callboard.core.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapSuspectTest {

    @TempDir
    private Path storage;

    private HeapSuspect suspect() {
        return new HeapSuspect(storage, storage.resolve("mark").toString());
    }

    @Test
    void blamesThePluginThatWasSeenLastOnlyWhereTheHeapWasExhausted() throws IOException {
        HeapSuspect before = suspect();
        before.saw("first");
        before.saw("last");
        assertEquals(Optional.empty(), suspect().blamed());
        Files.createFile(storage.resolve("mark"));
        assertEquals(Optional.of("last"), suspect().blamed());
        suspect().settled();
        assertEquals(Optional.empty(), suspect().blamed());
        assertFalse(Files.exists(storage.resolve("mark")));
        assertFalse(Files.exists(storage.resolve("last-allocating")));
    }

    @Test
    void blamesNobodyWhereNobodyWasSeen() throws IOException {
        Files.createFile(storage.resolve("mark"));
        assertEquals(Optional.empty(), suspect().blamed());
    }

    @Test
    void blamesNobodyWhereNobodyMakesAMark() {
        HeapSuspect suspect = new HeapSuspect(storage, null);
        suspect.saw("last");
        assertEquals(Optional.empty(), suspect.blamed());
        suspect.settled();
    }
}
