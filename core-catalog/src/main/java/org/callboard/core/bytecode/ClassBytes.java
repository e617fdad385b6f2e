package org.callboard.core.bytecode;

import java.io.IOException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;

/** Bytes that stand where a class should: somebody else has written them, and they may be anything. */
public final class ClassBytes {

    private ClassBytes() {}

    /**
     * Shows a class to a visitor.
     *
     * @param skipped what the visitor need not see, in the terms of {@link ClassReader}
     * @throws IOException where the bytes are no class, or one that can't be read to its end; the visitor has seen a part then
     */
    public static void show(byte[] bytes, ClassVisitor visitor, int skipped) throws IOException {
        try {
            new ClassReader(bytes).accept(visitor, skipped);
        } catch (RuntimeException | StackOverflowError | AssertionError malformed) {
            // the reader believes every offset, length and text that it finds, and fails wherever these lead to
            throw new IOException("These bytes are no class that can be read.", malformed);
        }
    }
}
