package org.callboard.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.callboard.core.Repetitions;
import org.callboard.core.bytecode.DamagedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFileTest {

    /** Constructors of many shapes. */
    public static final class Sample {
        /** Takes three. */
        public Sample(int one, String[][] two, List<long[]> three) {}
    }

    @Test
    void countsTheParametersOfPublicConstructors() throws IOException {
        ClassFile file = ClassFile.read(DamagedClasses.file(Sample.class));
        assertTrue(file.hasConstructorOf(3));
        assertFalse(file.hasConstructorOf(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "(I", "(Ljava/lang/String", "([", "([[Lone", "I"})
    void findsNoParametersInWhatIsNoDescriptor(String descriptor) {
        ClassFile file = new ClassFile(1, List.of(descriptor));
        for (int parameters = 0; parameters < 3; parameters++) {
            assertFalse(file.hasConstructorOf(parameters), descriptor);
        }
    }

    @Test
    void comesToAnEndWithEveryDamagedClass() throws IOException {
        byte[] good = DamagedClasses.file(Sample.class);
        int damaged = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            int found = 0;
            for (int seed = 0; seed < Repetitions.of(5_000, 200_000); seed++) {
                try {
                    ClassFile file = ClassFile.read(DamagedClasses.damaged(good, seed));
                    found += file.hasConstructorOf(3) ? 0 : 1;
                } catch (IOException unreadable) {
                    found++;
                }
            }
            return found;
        });
        assertTrue(damaged > 0);
        assertEquals(0, ClassFile.javaOf(new byte[8]));
    }
}
