package org.callboard.core.lifecycle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.api.security.RequiresPermission;
import org.callboard.core.archive.PluginJarFile;
import org.callboard.core.extension.Points;
import org.callboard.core.lifecycle.ArchiveContents.ComponentClass;
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

    private final PluginJarFile jar;

    ClassFiles(PluginJarFile jar) {
        this.jar = jar;
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
        for (Class<? extends Extension> point : points(seen.interfaces)) {
            contributions.add(
                    new Contribution(point.getAnnotation(ExtensionPoint.class).value(), id, title));
        }
        return new ComponentClass(contributions, List.copyOf(seen.permissions));
    }

    private boolean collect(String name, Seen seen) throws IOException {
        byte[] bytes = jar.content(name + ".class");
        if (bytes == null) {
            return false;
        }
        try {
            new ClassReader(bytes).accept(seen, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw new IOException(malformed);
        }
        return true;
    }

    private static Set<Class<Extension>> points(Set<String> interfaces) {
        Set<Class<Extension>> found = new LinkedHashSet<>();
        for (String name : interfaces) {
            if (name.startsWith("org/callboard/api/")) {
                found.addAll(Points.of(name.replace('/', '.')));
            }
        }
        return found;
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
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String name, Object value) {
                    permissions.add(String.valueOf(value));
                }
            };
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
