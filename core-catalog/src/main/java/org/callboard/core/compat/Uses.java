package org.callboard.core.compat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.core.bytecode.ClassBytes;
import org.callboard.core.compat.Use.Sort;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects what a class refers to. */
final class Uses extends ClassVisitor {

    private final List<Use> found = new ArrayList<>();

    private Uses() {
        super(Opcodes.ASM9);
    }

    /** {@return what a class refers to, in the order of its source as far as that is known} */
    static List<Use> of(byte[] file) throws IOException {
        Uses uses = new Uses();
        ClassBytes.show(file, uses, ClassReader.SKIP_FRAMES);
        return uses.found;
    }

    private void type(Type type, int line) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType(), line);
            case Type.OBJECT -> found.add(Use.ofType(type.getInternalName(), line));
            case Type.METHOD -> {
                type(type.getReturnType(), line);
                for (Type argument : type.getArgumentTypes()) {
                    type(argument, line);
                }
            }
            default -> {
                // no class
            }
        }
    }

    private void types(String @Nullable [] names, int line) {
        for (String name : names == null ? new String[0] : names) {
            type(Type.getObjectType(name), line);
        }
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        types(superName == null ? null : new String[] {superName}, 0);
        types(interfaces, 0);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        type(Type.getType(descriptor), 0);
        return null;
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        type(Type.getType(descriptor), 0);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                type(Type.getType(annotation), 0);
                return null;
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
        type(Type.getMethodType(descriptor), 0);
        types(thrown, 0);
        return new CodeUses(this);
    }

    /** Takes what a method's code refers to. */
    void add(Sort sort, String owner, String name, String descriptor, int line) {
        if (owner.startsWith("[")) {
            type(Type.getObjectType(owner), line);
            return;
        }
        Names.requireWhole(descriptor);
        found.add(new Use(sort, owner, Objects.requireNonNull(name), descriptor, line));
        type(Type.getType(descriptor), line);
    }

    void addType(Type type, int line) {
        type(type, line);
    }
}
