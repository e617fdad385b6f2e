package org.callboard.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Setting;
import org.callboard.core.Repetitions;
import org.callboard.core.bytecode.DamagedClasses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaReaderTest {

    @PluginConfiguration
    record Plain(
            @Setting("Who") String name,
            @Setting(value = "How many", fallback = "3") int number,
            @Setting("All of them") List<Map<String, String>> all) {}

    @PluginConfiguration
    record Undescribed(String name) {}

    @PluginConfiguration
    record OfObject(@Setting("x") Object any) {}

    @PluginConfiguration
    @SuppressWarnings("ArrayRecordComponent") // on purpose
    record OfArray(@Setting("x") int[] many) {}

    @PluginConfiguration
    record OfNumbers(@Setting("x") Map<Integer, String> names) {}

    @PluginConfiguration
    record WrongFallback(
            @Setting(value = "x", fallback = "many") int count) {}

    @PluginConfiguration
    record InItself(@Setting("x") List<InItself> inner) {}

    @PluginConfiguration
    static class NoRecord {}

    @PluginConfiguration
    record Days(@Setting("The days on which it runs") List<? extends DayOfWeek> days) {}

    static List<Arguments> unfit() {
        return List.of(
                Arguments.of(Undescribed.class, "The component name of SchemaReaderTest.Undescribed has no @Setting."),
                Arguments.of(OfObject.class, "of the type Object, which no setting can have"),
                Arguments.of(OfArray.class, "of the type int[], which no setting can have"),
                Arguments.of(OfNumbers.class, "of the type Map, which no setting can have"),
                Arguments.of(
                        WrongFallback.class, "has a fallback that is no value of its type: it must be whole number"),
                Arguments.of(InItself.class, "InItself holds itself"),
                Arguments.of(NoRecord.class, "SchemaReaderTest.NoRecord is no record"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void tellsTheAuthorWhatCanNotBeSet(Class<?> type, String message) {
        UnfitSchemaException unfit = assertThrows(UnfitSchemaException.class, () -> Stage.schema(type));
        assertTrue(unfit.getMessage().contains(message), unfit::getMessage);
    }

    @Test
    void takesOneRecordAPluginAtTheMost() throws Exception {
        assertTrue(Stage.schema(String.class, Stage.class).isEmpty());
        UnfitSchemaException unfit =
                assertThrows(UnfitSchemaException.class, () -> Stage.schema(Undescribed.class, Days.class));
        assertTrue(unfit.getMessage().startsWith("It has more than one record"), unfit::getMessage);
    }

    @Test
    void readsWhatASettingIsFor() throws Exception {
        SettingsSchema.Setting days =
                Stage.schema(Days.class).orElseThrow().settings().get(0);
        assertEquals("The days on which it runs", days.description());
        assertTrue(days.isRequired());
        assertTrue(days.type().words().startsWith("list: one of monday, tuesday"), days::toString);
    }

    /** {@return whether a schema can be read where the record's class is this} */
    private static boolean isReadable(String name, byte[] bytes) {
        try {
            return SchemaReader.read(new SchemaReader.Classes() {
                        @Override
                        public List<String> names() {
                            return List.of(name);
                        }

                        @Override
                        public byte @Nullable [] bytes(String asked) {
                            return asked.equals(name) ? bytes : null;
                        }
                    })
                    .isPresent();
        } catch (IOException | UnfitSchemaException unfit) {
            return false;
        }
    }

    @Test
    void readsADamagedRecordOrSaysThatItCantBeRead() throws IOException {
        byte[] good = DamagedClasses.file(Plain.class);
        String name = Plain.class.getName().replace('.', '/');
        assertTrue(isReadable(name, good));
        int damaged = 0;
        for (int seed = 0; seed < Repetitions.of(3_000, 100_000); seed++) {
            damaged += isReadable(name, DamagedClasses.damaged(good, seed)) ? 0 : 1;
        }
        assertTrue(damaged > 0, "No change was a damage.");
    }
}
