package org.callboard.core.asks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.api.security.RequiresPermission;
import org.callboard.core.archive.PluginJarFile;
import org.callboard.core.asks.ArchiveContents.ComponentClass;
import org.callboard.core.bytecode.ClassBytes;
import org.callboard.core.extension.Points;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads classes of a jar without loading them. */
final class ClassFiles {

    private static final String PERMISSION = Type.getDescriptor(RequiresPermission.class);

    private static final String POINT = Type.getDescriptor(ExtensionPoint.class);

    private final PluginJarFile jar;
    private final Function<String, Optional<Path>> offering;

    ClassFiles(PluginJarFile jar, Function<String, Optional<Path>> offering) {
        this.jar = jar;
        this.offering = offering;
    }

    /** {@return what a component's class and those that it extends say} */
    ComponentClass read(String className) throws IOException {
        Seen seen = new Seen();
        String name = className.replace('.', '/');
        for (@Nullable String next = name; next != null && collect(next, seen); ) {
            next = seen.parent;
        }
        String simple = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
        String id = seen.id != null ? seen.id : kebab(simple);
        String title = seen.title != null ? seen.title : id;
        List<Contribution> contributions = new ArrayList<>();
        for (String point : points(seen.interfaces)) {
            contributions.add(new Contribution(point, id, title));
        }
        return new ComponentClass(contributions, List.copyOf(seen.permissions));
    }

    private boolean collect(String name, Seen seen) throws IOException {
        byte[] bytes = jar.content(name + ".class");
        if (bytes == null) {
            return false;
        }
        ClassBytes.show(bytes, seen, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return true;
    }

    private Set<String> points(Set<String> interfaces) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        for (String name : interfaces) {
            if (name.startsWith("org/callboard/api/")) {
                Points.of(name.replace('/', '.'))
                        .forEach(point -> found.add(
                                point.getAnnotation(ExtensionPoint.class).value()));
            } else if (Points.isOfAPlugin(name.replace('/', '.'))) {
                pointOf(name).ifPresent(found::add);
            }
        }
        return found;
    }

    /** {@return the name of the extension point that an interface of a plugin makes} */
    private Optional<String> pointOf(String name) throws IOException {
        byte @Nullable [] own = jar.content(name + ".class");
        if (own != null) {
            return named(own);
        }
        Optional<Path> other =
                offering.apply(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
        if (other.isEmpty()) {
            return Optional.empty();
        }
        try (PluginJarFile offered = PluginJarFile.ofChecked(other.get())) {
            byte @Nullable [] bytes = offered.content(name + ".class");
            return bytes == null ? Optional.empty() : named(bytes);
        }
    }

    private static Optional<String> named(byte[] bytes) throws IOException {
        List<String> name = new ArrayList<>();
        ClassBytes.show(
                bytes,
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                        return descriptor.equals(POINT) ? told(name::add) : null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return name.stream().findFirst();
    }

    /** {@return what tells the values of an annotation} */
    private static AnnotationVisitor told(Consumer<String> told) {
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String name, Object value) {
                told.accept(String.valueOf(value));
            }
        };
    }

    /** As {@link Extension#id} does it. */
    private static String kebab(String simpleName) {
        return simpleName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What the classes of one component have shown; the first to say something wins. */
    private static final class Seen extends ClassVisitor {

        private final Set<String> interfaces = new LinkedHashSet<>();
        private final Set<String> permissions = new TreeSet<>();
        private @Nullable String parent;
        private @Nullable String id;
        private @Nullable String title;

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
            parent = superName;
            if (implemented != null) {
                interfaces.addAll(List.of(implemented));
            }
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return descriptor.equals(PERMISSION) ? permission() : null;
        }

        private AnnotationVisitor permission() {
            return told(permissions::add);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean text = descriptor.equals("()Ljava/lang/String;");
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return annotation.equals(PERMISSION) ? permission() : null;
                }

                /** Taken for the constant that the method returns: the first that it loads. */
                @Override
                public void visitLdcInsn(Object value) {
                    if (text && name.equals("id") && id == null) {
                        id = String.valueOf(value);
                    } else if (text && name.equals("title") && title == null) {
                        title = String.valueOf(value);
                    }
                }
            };
        }
    }
}
