package org.callboard.plugin.webshell.home;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.callboard.api.model.EntityRef;

/** Where pages are. */
final class Paths {

    private Paths() {}

    /** {@return the path of an entity's page} */
    static String of(EntityRef ref) {
        return "/catalog/" + step(ref.namespace()) + "/" + step(ref.kind()) + "/" + step(ref.name());
    }

    private static String step(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
