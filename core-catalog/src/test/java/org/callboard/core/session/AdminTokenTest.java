package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {

    @Test
    void isMadeOnceAndReadableByItsOwnerAlone(@TempDir Path storage) throws Exception {
        AdminToken made = AdminToken.in(storage);
        Path file = storage.resolve(AdminToken.FILE);
        String token = Files.readString(file).strip();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(made.matches(token));
        assertTrue(AdminToken.in(storage).matches(token));
        assertEquals(43, token.length());
    }

    @Test
    void noOtherTextIsTheToken(@TempDir Path storage) {
        AdminToken token = AdminToken.in(storage);
        assertFalse(token.matches(""));
        assertFalse(token.matches("x".repeat(43)));
    }
}
