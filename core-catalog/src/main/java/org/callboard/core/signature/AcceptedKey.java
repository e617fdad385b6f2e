package org.callboard.core.signature;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;

/**
 * A key whose signature counts.
 *
 * @param certificate the key's own certificate, not that of an authority
 * @param owners the owners for whose plugins it counts
 * @param plugins the ids for which it counts, {@code *} for any letters
 */
public record AcceptedKey(X509Certificate certificate, Set<EntityRef> owners, List<String> plugins) {

    /** Copies owners and ids. */
    public AcceptedKey {
        owners = Set.copyOf(owners);
        plugins = List.copyOf(plugins);
    }

    /**
     * {@return the owner that a text names; a group where it names no kind}
     *
     * @throws PortalException where it is no reference
     */
    public static EntityRef owner(String text) {
        return EntityRef.parse(text, "group", EntityRef.DEFAULT_NAMESPACE);
    }

    String fingerprint() {
        return Fingerprint.of(certificate);
    }

    boolean isFor(EntityRef owner) {
        return owners.contains(owner);
    }

    boolean mayName(String plugin) {
        return plugins.stream().anyMatch(pattern -> matches(pattern, plugin));
    }

    private static boolean matches(String pattern, String plugin) {
        String expression =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return plugin.matches(expression);
    }
}
