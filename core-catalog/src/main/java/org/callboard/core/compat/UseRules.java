package org.callboard.core.compat;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.core.compat.Shapes.Family;
import org.callboard.core.compat.Use.Sort;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** What is used of the API must be there as it is used. */
final class UseRules {

    private final Shapes shapes;
    private final Shape user;

    UseRules(Shapes shapes, Shape user) {
        this.shapes = shapes;
        this.user = user;
    }

    /** {@return what is wrong with it, if anything is} */
    Optional<String> check(Use use) {
        return switch (use.sort()) {
            case TYPE -> Shapes.isApi(use.owner()) ? type(use.owner()) : Optional.empty();
            case CREATION -> Shapes.isApi(use.owner()) ? creation(use.owner()) : Optional.empty();
            case LAMBDA -> Shapes.isApi(use.owner()) ? lambda(use) : Optional.empty();
            default -> member(use);
        };
    }

    private Optional<String> type(String name) {
        Optional<Shape> found = shapes.find(name);
        if (found.isEmpty()) {
            return Optional.of("uses " + Names.full(name) + ", which is not there.");
        }
        return found.get().is(ACC_PUBLIC)
                ? Optional.empty()
                : Optional.of("uses " + Names.full(name) + ", which is not public.");
    }

    private Optional<String> creation(String name) {
        return shapes.find(name)
                .filter(shape -> shape.is(ACC_ABSTRACT))
                .map(shape -> "makes a " + Names.simple(name) + ", which is abstract.");
    }

    private Optional<String> lambda(Use use) {
        Optional<Shape> found = shapes.find(use.owner());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!found.get().isInterface()) {
            return Optional.of("has a lambda for " + Names.simple(use.owner()) + ", which is no interface.");
        }
        Family family = shapes.family(use.owner());
        List<String> open = HeirRules.open(family);
        if (!open.contains(use.key()) && family.isWhole()) {
            return Optional.of("has a lambda for " + Names.method(use.owner(), use.name(), use.descriptor())
                    + ", which is not there.");
        }
        return open.size() > 1
                ? Optional.of(
                        "has a lambda for " + Names.simple(use.owner()) + ", which has several methods to implement.")
                : Optional.empty();
    }

    /** What is not found in a family that is not wholly known may be in the rest of it. */
    private Optional<String> member(Use use) {
        // nothing of Java's has to do with the API
        Optional<Shape> owner = use.owner().startsWith("java/") ? Optional.empty() : shapes.find(use.owner());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        // constructors are not inherited
        Family family = use.name().equals("<init>")
                ? new Family(Map.of(use.owner(), owner.get()), true)
                : shapes.family(use.owner());
        if (family.members().keySet().stream().noneMatch(Shapes::isApi)) {
            return Optional.empty();
        }
        Optional<String> otherKind = kind(use, owner.get());
        if (otherKind.isPresent()) {
            return otherKind;
        }
        Optional<Shape> holder = use.isField() ? family.withField(use.key()) : family.withMethod(use.key());
        boolean isOnEveryObject = owner.get().isInterface() && !use.isField() && isOfObject(use.key());
        if (holder.isEmpty()) {
            return !family.isWhole() || isOnEveryObject ? Optional.empty() : Optional.of(missing(use, family));
        }
        return Shapes.isApi(holder.get().name()) ? access(use, holder.get()) : Optional.empty();
    }

    private boolean isOfObject(String key) {
        return shapes.family("java/lang/Object").withMethod(key).isPresent();
    }

    private static Optional<String> kind(Use use, Shape owner) {
        if (!Shapes.isApi(owner.name())) {
            return Optional.empty();
        }
        if (use.sort() == Sort.INTERFACE_CALL && !owner.isInterface()) {
            return Optional.of("calls " + called(use) + ", whose type was an interface and is a class.");
        }
        return use.sort() == Sort.VIRTUAL_CALL && owner.isInterface()
                ? Optional.of("calls " + called(use) + ", whose type was a class and is an interface.")
                : Optional.empty();
    }

    private Optional<String> access(Use use, Shape holder) {
        Integer flags = (use.isField() ? holder.fields() : holder.methods()).get(use.key());
        if (flags == null) {
            return Optional.empty();
        }
        String what = (use.isField() ? "uses " : "calls ") + called(use);
        boolean isOpen = (flags & ACC_PUBLIC) != 0
                || ((flags & ACC_PROTECTED) != 0 && shapes.family(user.name()).has(holder.name()));
        if (!isOpen) {
            return Optional.of(what + ", which is not public.");
        }
        boolean isStatic = (flags & ACC_STATIC) != 0;
        if (use.sort() != Sort.SPECIAL_CALL && isStatic != use.isStatic()) {
            return Optional.of(what + (isStatic ? ", which is static." : ", which is not static."));
        }
        return Optional.empty();
    }

    private static String missing(Use use, Family family) {
        String what = (use.isField() ? "uses " : "calls ") + called(use);
        @Nullable String other = other(use, family);
        return what + ", which is not there" + (other == null ? "." : "; there is " + other + ".");
    }

    /** {@return something of the same name} */
    private static @Nullable String other(Use use, Family family) {
        return family.members().values().stream()
                .flatMap(shape -> (use.isField() ? shape.fields() : shape.methods())
                        .keySet().stream()
                                .filter(key -> key.startsWith(use.name() + (use.isField() ? ":" : "(")))
                                .sorted()
                                .map(key ->
                                        described(use, key.substring(use.name().length()))))
                .findFirst()
                .orElse(null);
    }

    private static String described(Use use, String rest) {
        if (use.isField()) {
            return Names.simple(use.owner()) + "." + use.name() + " of type "
                    + Names.of(Type.getType(rest.substring(1)));
        }
        String method = Names.method(use.owner(), use.name(), rest);
        return method.equals(called(use)) ? method + " that returns " + Names.of(Type.getReturnType(rest)) : method;
    }

    private static String called(Use use) {
        return use.isField()
                ? Names.simple(use.owner()) + "." + use.name()
                : Names.method(use.owner(), use.name(), use.descriptor());
    }
}
