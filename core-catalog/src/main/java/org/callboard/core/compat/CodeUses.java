package org.callboard.core.compat;

import org.callboard.core.compat.Use.Sort;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects what a method refers to. */
final class CodeUses extends MethodVisitor {

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    private final Uses uses;
    private int line;

    CodeUses(Uses uses) {
        super(Opcodes.ASM9);
        this.uses = uses;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        uses.addType(Type.getType(descriptor), line);
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        uses.addType(Type.getType(descriptor), line);
        return null;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        uses.addType(Type.getObjectType(type), line);
        if (opcode == Opcodes.NEW) {
            uses.add(Sort.CREATION, type, "", "()V", line);
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        uses.addType(Type.getType(descriptor), line);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        if (type != null) {
            uses.addType(Type.getObjectType(type), line);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        if (value instanceof Type type) {
            uses.addType(type, line);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        uses.add(isStatic ? Sort.STATIC_FIELD : Sort.FIELD, owner, name, descriptor, line);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        Sort sort = switch (opcode) {
            case Opcodes.INVOKESTATIC -> Sort.STATIC_CALL;
            case Opcodes.INVOKEINTERFACE -> Sort.INTERFACE_CALL;
            case Opcodes.INVOKESPECIAL -> Sort.SPECIAL_CALL;
            default -> Sort.VIRTUAL_CALL;
        };
        uses.add(sort, owner, name, descriptor, line);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        uses.addType(Type.getType(descriptor), line);
        for (Object argument : arguments) {
            if (argument instanceof Handle handle) {
                handle(handle);
            } else if (argument instanceof Type type) {
                uses.addType(type, line);
            }
        }
        if (bootstrap.getOwner().equals(LAMBDAS) && arguments[0] instanceof Type method) {
            String made = Type.getReturnType(descriptor).getInternalName();
            uses.add(Sort.LAMBDA, made, name, method.getDescriptor(), line);
        }
    }

    private void handle(Handle handle) {
        Sort sort = switch (handle.getTag()) {
            case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD -> Sort.FIELD;
            case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> Sort.STATIC_FIELD;
            case Opcodes.H_INVOKESTATIC -> Sort.STATIC_CALL;
            case Opcodes.H_INVOKEINTERFACE -> Sort.INTERFACE_CALL;
            case Opcodes.H_INVOKEVIRTUAL -> Sort.VIRTUAL_CALL;
            default -> Sort.SPECIAL_CALL;
        };
        uses.add(sort, handle.getOwner(), handle.getName(), handle.getDesc(), line);
    }
}
