package org.callboard.core.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.core.bytecode.ClassBytes;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/**
 * What a class file says of a record, or of an enum.
 *
 * @param constants of an enum, none where it is no enum
 */
record RecordFile(boolean isConfiguration, boolean isRecord, List<Component> components, List<String> constants) {

    static final RecordFile NONE = new RecordFile(false, false, List.of(), List.of());

    private static final String CONFIGURATION = Type.getDescriptor(PluginConfiguration.class);
    private static final String SETTING = Type.getDescriptor(org.callboard.api.config.Setting.class);

    /**
     * A component of a record.
     *
     * @param generic its type as class files write it
     * @param description what its annotation says, or null where it has none
     */
    record Component(
            String name,
            String generic,
            @Nullable String description,
            @Nullable List<String> fallback) {}

    static RecordFile read(byte[] bytes) throws IOException {
        Seen seen = new Seen();
        ClassBytes.show(bytes, seen, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new RecordFile(
                seen.isConfiguration,
                seen.isRecord,
                seen.components.stream().map(Described::component).toList(),
                List.copyOf(seen.constants));
    }

    private static final class Seen extends ClassVisitor {

        private final List<Described> components = new ArrayList<>();
        private final List<String> constants = new ArrayList<>();
        private boolean isConfiguration;
        private boolean isRecord;

        Seen() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] implemented) {
            isRecord = "java/lang/Record".equals(superName);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            isConfiguration |= descriptor.equals(CONFIGURATION);
            return null;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            if ((access & Opcodes.ACC_ENUM) != 0) {
                constants.add(Objects.requireNonNull(name));
            }
            return null;
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
            Described component = new Described(name, signature == null ? descriptor : signature);
            components.add(component);
            return component;
        }
    }

    /** A component, with what its annotation says. */
    private static final class Described extends RecordComponentVisitor {

        private final String name;
        private final String generic;
        private @Nullable String description;
        private @Nullable List<String> fallback;

        Described(String name, String generic) {
            super(Opcodes.ASM9);
            this.name = Objects.requireNonNull(name);
            this.generic = Objects.requireNonNull(generic);
        }

        Component component() {
            return new Component(name, generic, description, fallback == null ? null : List.copyOf(fallback));
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return descriptor.equals(SETTING) ? new Annotation() : null;
        }

        private final class Annotation extends AnnotationVisitor {

            Annotation() {
                super(Opcodes.ASM9);
            }

            @Override
            public void visit(@Nullable String key, Object value) {
                description = String.valueOf(value);
            }

            /** An array that is empty says as much as one that is left out. */
            @Override
            public AnnotationVisitor visitArray(String key) {
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(@Nullable String index, Object value) {
                        if (fallback == null) {
                            fallback = new ArrayList<>();
                        }
                        fallback.add(String.valueOf(value));
                    }
                };
            }
        }
    }
}
