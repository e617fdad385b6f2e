package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final byte[] PLAIN = "what nobody shall read".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensWhatItClosedForTheSameThingAlone(@TempDir Path folder, @TempDir Path other) {
        byte[] closed = Seal.in(folder).close(PLAIN, "one");
        assertArrayEquals(PLAIN, Seal.in(folder).open(closed, "one").orElseThrow());
        assertEquals(Optional.empty(), Seal.in(folder).open(closed, "another"));
        assertEquals(Optional.empty(), Seal.in(other).open(closed, "one"));
        closed[closed.length - 1] ^= 1;
        assertEquals(Optional.empty(), Seal.in(folder).open(closed, "one"));
        assertEquals(Optional.empty(), Seal.in(folder).open(new byte[3], "one"));
    }

    @Test
    void theKeyIsForItsOwnerAloneAndMustBeOne(@TempDir Path folder) throws IOException {
        Seal unused = Seal.in(folder);
        Path key = folder.resolve(Seal.FILE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        Files.writeString(key, "c2hvcnQ");
        assertThrows(UncheckedIOException.class, () -> Seal.in(folder));
    }
}
