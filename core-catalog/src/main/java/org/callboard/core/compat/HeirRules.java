package org.callboard.core.compat;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.callboard.core.compat.Shapes.Family;

/** What extends or implements something of the API must be allowed to, and do all that it asks for. */
final class HeirRules {

    private final Shapes shapes;
    private final Shape heir;
    private final List<String> found = new ArrayList<>();

    HeirRules(Shapes shapes, Shape heir) {
        this.shapes = shapes;
        this.heir = heir;
    }

    List<String> check() {
        String parent = heir.parent();
        if (parent != null && Shapes.isApi(parent)) {
            shapes.find(parent).ifPresent(this::checkParent);
        }
        for (String name : heir.interfaces()) {
            if (Shapes.isApi(name)) {
                shapes.find(name).ifPresent(this::checkInterface);
            }
        }
        Family family = shapes.family(heir.name());
        if (family.isWhole() && family.members().keySet().stream().anyMatch(Shapes::isApi)) {
            checkMethods(family);
        }
        return found;
    }

    private void checkParent(Shape parent) {
        if (parent.isInterface()) {
            found.add("extends " + Names.simple(parent.name()) + ", which is an interface.");
        } else if (parent.is(ACC_FINAL)) {
            found.add("extends " + Names.simple(parent.name()) + ", which is final.");
        }
        checkPermission(parent, "extends ");
    }

    private void checkInterface(Shape implemented) {
        if (!implemented.isInterface()) {
            found.add("implements " + Names.simple(implemented.name()) + ", which is a class.");
        }
        checkPermission(implemented, "implements ");
    }

    private void checkPermission(Shape above, String how) {
        if (!above.permitted().isEmpty() && !above.permitted().contains(heir.name())) {
            found.add(how + Names.simple(above.name()) + ", which is sealed.");
        }
    }

    private void checkMethods(Family family) {
        if (!heir.is(ACC_ABSTRACT)) {
            for (String key : open(family)) {
                demander(family, key).ifPresent(owner -> found.add("does not implement " + method(owner, key) + "."));
            }
        }
        for (Map.Entry<String, Integer> own : heir.methods().entrySet()) {
            if (!own.getKey().startsWith("<") && (own.getValue() & (ACC_PRIVATE | ACC_STATIC)) == 0) {
                finalAbove(family, own.getKey())
                        .ifPresent(
                                owner -> found.add("overrides " + method(owner, own.getKey()) + ", which is final."));
            }
        }
    }

    private static Optional<String> demander(Family family, String key) {
        return family.withMethod(key).map(Shape::name).filter(Shapes::isApi);
    }

    private Optional<String> finalAbove(Family family, String key) {
        return family.members().values().stream()
                .filter(member -> Shapes.isApi(member.name()) && !member.isInterface())
                .filter(member -> (member.methods().getOrDefault(key, 0) & ACC_FINAL) != 0)
                .map(Shape::name)
                .findFirst();
    }

    /** {@return the methods that nobody in the family implements, in a fixed order} */
    static List<String> open(Family family) {
        TreeSet<String> open = new TreeSet<>();
        for (Shape member : family.members().values()) {
            member.methods().forEach((key, flags) -> {
                if ((flags & ACC_ABSTRACT) != 0 && !family.implementsMethod(key)) {
                    open.add(key);
                }
            });
        }
        return List.copyOf(open);
    }

    private static String method(String owner, String key) {
        int parameters = key.indexOf('(');
        return Names.method(owner, key.substring(0, parameters), key.substring(parameters));
    }
}
