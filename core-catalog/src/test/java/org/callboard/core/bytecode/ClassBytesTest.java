package org.callboard.core.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.callboard.api.ui.View;
import org.callboard.core.Repetitions;
import org.callboard.core.compat.ApiCompatibility;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassBytesTest {

    /** Something of everything that a class file can hold. */
    @Deprecated(since = "1")
    private record Sample<T extends Comparable<T>>(
            T first, @Deprecated List<? super T> others, long number) {

        private enum Colour {
            RED,
            BLUE
        }

        String words(Object value) throws IOException {
            Supplier<String> supplier = value::toString;
            try {
                return switch (String.valueOf(first) + number) {
                    case "one" -> supplier.get();
                    case "two" -> Colour.RED.name();
                    default -> value instanceof String[][] texts ? texts[0][0] : "none" + others;
                };
            } catch (IllegalStateException wrong) {
                throw new IOException(wrong);
            }
        }
    }

    private static boolean isReadable(byte[] bytes) {
        try {
            ClassBytes.show(bytes, new ClassWriter(0), 0);
            return true;
        } catch (IOException malformed) {
            return false;
        }
    }

    @Test
    void showsAGoodClassAsItIs() throws IOException {
        byte[] file = DamagedClasses.file(Sample.class);
        ClassWriter copy = new ClassWriter(0);
        ClassBytes.show(file, copy, 0);
        assertEquals("none[]", new Sample<>("three", List.of(), 3).words(1));
        ClassWriter again = new ClassWriter(0);
        ClassBytes.show(copy.toByteArray(), again, 0);
        assertArrayEquals(copy.toByteArray(), again.toByteArray());
    }

    /** Whatever is wrong with it, a class is read or it is not: nothing else comes out. */
    @Test
    void readsADamagedClassOrSaysThatItCantBeRead() throws IOException {
        int readable = 0;
        int damaged = 0;
        for (Class<?> type : List.of(Sample.class, Sample.Colour.class, ClassBytesTest.class, View.class)) {
            byte[] good = DamagedClasses.file(type);
            for (int seed = 0; seed < Repetitions.of(1_000, 100_000); seed++) {
                byte[] bytes = DamagedClasses.damaged(good, seed);
                if (isReadable(bytes)) {
                    readable++;
                } else {
                    damaged++;
                }
            }
        }
        assertTrue(readable > 0 && damaged > 0, readable + " are readable, " + damaged + " are not");
    }

    /** What compares code with the API meets damage in the plugin, and takes what it can read. */
    @Test
    void comparesWithTheApiWhateverItIsGiven() throws IOException {
        String name = Sample.class.getName().replace('.', '/');
        byte[] good = DamagedClasses.file(Sample.class);
        for (int seed = 0; seed < Repetitions.of(1_000, 50_000); seed++) {
            Map<String, byte[]> plugin = Map.of(name, DamagedClasses.damaged(good, seed));
            List<?> unused = new ApiCompatibility(plugin::get, other -> null).check(plugin.keySet());
        }
    }

    @Test
    void takesNoTypeForOneThatCantBe() throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Odd", null, "java/lang/Object", null);
        writer.visitField(0, "methods", "[()V", null, null).visitEnd();
        writer.visitEnd();
        Map<String, byte[]> plugin = Map.of("Odd", writer.toByteArray());
        assertEquals(List.of(), new ApiCompatibility(plugin::get, other -> null).check(plugin.keySet()));
    }

    @Test
    void doesNotFollowADepthWithoutEnd() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Deep", null, "java/lang/Object", null);
        Deque<AnnotationVisitor> open = new ArrayDeque<>(List.of(writer.visitAnnotation("LDeep;", true)));
        while (open.size() < 200_000) {
            open.push(open.element().visitArray("in"));
        }
        open.forEach(AnnotationVisitor::visitEnd);
        writer.visitEnd();
        byte[] bytes = writer.toByteArray();
        assertThrows(IOException.class, () -> ClassBytes.show(bytes, new ClassWriter(0), 0));
    }
}
