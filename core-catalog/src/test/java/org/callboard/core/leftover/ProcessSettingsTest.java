package org.callboard.core.leftover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes settings of the whole process")
class ProcessSettingsTest {

    @Test
    void putsBackWhatWasChangedAndNamesIt() {
        ProcessSettings before = ProcessSettings.now();
        Locale.setDefault(Locale.JAPAN.equals(before.locale()) ? Locale.FRANCE : Locale.JAPAN);
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        System.setProperty("careless.setting", "changed");
        try {
            List<String> changed = before.restore().stream().map(Leftover::name).toList();
            assertEquals(
                    List.of("default locale", "default time zone", "standard output", "careless.setting"), changed);
            assertEquals(before.locale(), Locale.getDefault());
            assertEquals(before.zone(), TimeZone.getDefault());
            assertSame(before.out(), System.out);
        } finally {
            System.clearProperty("careless.setting");
        }
        assertEquals(List.of(), before.restore());
    }
}
