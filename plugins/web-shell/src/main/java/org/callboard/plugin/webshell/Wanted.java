package org.callboard.plugin.webshell;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** Which extensions are asked for. */
final class Wanted {

    private Wanted() {}

    /** {@return those of the plugin, or all where none is named} */
    static Predicate<ExtensionHandle<?>> of(Optional<String> plugin) {
        return handle -> plugin.isEmpty() || plugin.get().equals(handle.plugin());
    }

    /** {@return the one that a path names by plugin and id} */
    static Predicate<ExtensionHandle<?>> by(List<String> key) {
        return handle -> key.equals(List.of(handle.plugin(), handle.id()));
    }

    /** @throws PortalException NOT_FOUND where there is none */
    static Spot first(List<Spot> spots, String what, List<String> key) {
        return spots.stream()
                .findFirst()
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND, "There is no " + what + " " + String.join("/", key) + "."));
    }
}
