package org.callboard.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentPolicyTest {

    private static final String GOOD = "rules: [{allow: portal.use, to: everyone}]";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("policy.yaml");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    @Test
    void aPolicyThatCantBeUsedIsNotBegunWith() throws IOException {
        write("rules: [{allow: portal.usee, to: everyone}]");
        UnusablePolicyException unusable = assertThrows(UnusablePolicyException.class, () -> CurrentPolicy.open(file));
        String message = String.valueOf(unusable.getMessage());
        assertTrue(message.contains("policy.yaml:1:") && message.contains("portal.usee"), message);
        assertTrue(message.lines().count() <= 5, message);
        assertThrows(UnusablePolicyException.class, () -> CurrentPolicy.open(folder.resolve("nowhere.yaml")));
    }

    @Test
    void theLastGoodPolicyStaysInForce() throws IOException, UnusablePolicyException {
        write(GOOD);
        CurrentPolicy current = CurrentPolicy.open(file);
        Policy good = current.get();
        List<String> told = new ArrayList<>();
        current.listen(() -> told.add(current.get().digest()));
        for (String bad : List.of("rules: 1", "", "rules: [", "\u0000")) {
            write(bad);
            PolicyReading reading = current.reload().orElseThrow();
            assertNull(reading.policy());
            assertSame(good, current.get());
            assertEquals(1, current.last().problems().size());
            assertEquals(Optional.empty(), current.reload());
        }
        Files.delete(file);
        assertNull(current.reload().orElseThrow().policy());
        assertEquals(List.of(), told);

        write(GOOD + " # another");
        assertNotNull(current.reload().orElseThrow().policy());
        assertEquals(List.of(current.get().digest()), told);
        assertEquals(List.of(), current.last().problems());
    }
}
