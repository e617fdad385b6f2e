package org.callboard.core.compat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.core.bytecode.ClassBytes;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What others can refer to of a class.
 *
 * @param name with slashes
 * @param methods access flags by name and descriptor
 * @param fields access flags by name and descriptor
 * @param permitted its only direct subtypes; empty where there may be any
 */
record Shape(
        String name,
        int access,
        @Nullable String parent,
        List<String> interfaces,
        Map<String, Integer> methods,
        Map<String, Integer> fields,
        Set<String> permitted) {

    static Shape of(byte[] file) throws IOException {
        Reader reader = new Reader();
        ClassBytes.show(file, reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new Shape(
                reader.name,
                reader.access,
                reader.parent,
                List.copyOf(reader.interfaces),
                Map.copyOf(reader.methods),
                Map.copyOf(reader.fields),
                Set.copyOf(reader.permitted));
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    private static final class Reader extends ClassVisitor {

        private final List<String> interfaces = new ArrayList<>();
        private final Map<String, Integer> methods = new HashMap<>();
        private final Map<String, Integer> fields = new HashMap<>();
        private final Set<String> permitted = new TreeSet<>();
        private String name = "";
        private int access;
        private @Nullable String parent;

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int flags,
                String type,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] implemented) {
            name = Objects.requireNonNull(type);
            access = flags;
            parent = superName;
            interfaces.addAll(implemented == null ? List.of() : List.of(implemented));
        }

        @Override
        public void visitPermittedSubclass(String subclass) {
            permitted.add(Objects.requireNonNull(subclass));
        }

        /** A nested class says here whether it is public; its own flags don't. */
        @Override
        public void visitInnerClass(String type, @Nullable String outer, @Nullable String simple, int flags) {
            if (type.equals(name)) {
                access = flags;
            }
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int flags, String method, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
            Names.requireWhole(descriptor);
            methods.put(Objects.requireNonNull(method) + descriptor, flags);
            return null;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int flags, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
            Names.requireWhole(descriptor);
            fields.put(Objects.requireNonNull(field) + ":" + descriptor, flags);
            return null;
        }
    }
}
