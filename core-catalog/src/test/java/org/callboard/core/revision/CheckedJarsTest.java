package org.callboard.core.revision;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.Headers;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.bytecode.DamagedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.osgi.framework.Version;

class CheckedJarsTest {

    @TempDir
    private Path folder;

    private PluginArchive jar(String digest, byte[] classFile) throws IOException {
        Path file = folder.resolve("plugin.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), new Manifest())) {
            jar.putNextEntry(new JarEntry("plugin/Card.class"));
            jar.write(classFile);
        }
        return new PluginArchive(file, digest, "cost", new Version("1.2.3"), "Cost", null, Headers.of(new byte[0]));
    }

    /** {@return a class whose methods call so many methods that the API does not have} */
    private static byte[] calling(int missing) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "plugin/Card", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "show", "()V", null, null);
        method.visitCode();
        for (int number = 1; number <= missing; number++) {
            method.visitMethodInsn(Opcodes.INVOKESTATIC, "org/callboard/api/ui/View", "lost" + number, "()V", false);
        }
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void saysWhereCodeDoesNotFit() throws IOException {
        PluginArchive archive = jar("sha256:one", calling(7));
        CheckedJars jars = new CheckedJars(folder.resolve("checked"), "first");
        RefusedException refused = assertThrows(RefusedException.class, () -> jars.check(archive));
        assertEquals(PluginState.UNRESOLVED, refused.state());
        assertEquals(
                "Plugin 'cost' 1.2.3 does not fit this portal.",
                refused.diagnosis().summary());
        assertEquals(
                "Its code does not fit the plugin API of this portal."
                        + " plugin.Card: calls View.lost1(), which is not there."
                        + " plugin.Card: calls View.lost2(), which is not there."
                        + " plugin.Card: calls View.lost3(), which is not there. And 4 more.",
                refused.diagnosis().cause());
        assertThrows(RefusedException.class, () -> jars.check(archive), "what does not fit is not remembered");
    }

    @Test
    void looksAtAJarOnceForEachApi() throws IOException {
        Path file = folder.resolve("checked");
        new CheckedJars(file, "first").check(jar("sha256:one", DamagedClasses.file(CheckedJarsTest.class)));
        // other bytes under the digest that is known show whether they are looked at
        PluginArchive archive = jar("sha256:one", calling(1));
        assertDoesNotThrow(() -> new CheckedJars(file, "first").check(archive));
        assertThrows(RefusedException.class, () -> new CheckedJars(file, "second").check(archive));
        assertThrows(RefusedException.class, () -> new CheckedJars(file, null).check(archive));
        assertTrue(Files.readString(file).startsWith("first\nsha256:one"));
    }

    @Test
    void doesNotLookAtWhatShips() throws IOException {
        CheckedJars jars = new CheckedJars(folder.resolve("checked"), "first");
        PluginArchive archive = jar("sha256:one", calling(1));
        jars.trust(archive);
        assertDoesNotThrow(() -> jars.check(archive));
    }

    @Test
    void doesWithoutItsFile() throws IOException {
        Path nowhere = folder.resolve("none/checked");
        PluginArchive archive = jar("sha256:one", DamagedClasses.file(CheckedJarsTest.class));
        assertDoesNotThrow(() -> new CheckedJars(nowhere, "first").check(archive));
        assertDoesNotThrow(() -> new CheckedJars(folder, "first").check(archive));
    }
}
