package org.callboard.core.bytecode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds calls of certain methods, and references to them. It finds what is not hidden: who wants to hide a call can. */
public final class CallSearch extends ClassVisitor {

    private final Set<String> calls;
    private final List<Call> found = new ArrayList<>();
    private String className = "";

    private CallSearch(Set<String> calls) {
        super(Opcodes.ASM9);
        this.calls = calls;
    }

    /**
     * A place where one of them is called.
     *
     * @param className with dots
     * @param method as it is called in the class file: {@code <init>} for a constructor
     * @param called which one
     */
    public record Call(String className, String method, String called) {}

    /**
     * {@return the calls in a class file, in its order}
     *
     * @param calls names of methods with their owners, such as {@code java/lang/System.exit}
     * @throws IOException where it is damaged
     */
    public static List<Call> in(byte[] classFile, Set<String> calls) throws IOException {
        CallSearch search = new CallSearch(calls);
        ClassBytes.show(classFile, search, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return search.found;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] implemented) {
        className = name.replace('/', '.');
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitMethodInsn(int code, String owner, String called, String type, boolean isInterface) {
                look(owner, called, name);
            }

            /** A reference to a method, such as {@code System::exit}. */
            @Override
            public void visitInvokeDynamicInsn(String called, String type, Handle factory, Object... values) {
                for (Object value : values) {
                    if (value instanceof Handle handle) {
                        look(handle.getOwner(), handle.getName(), name);
                    }
                }
            }
        };
    }

    private void look(String owner, String called, String method) {
        String call = owner + "." + called;
        if (calls.contains(call)) {
            found.add(new Call(className, method, call));
        }
    }
}
