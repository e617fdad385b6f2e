package org.callboard.core.http;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.Json;
import org.callboard.core.policy.CorePermissions;
import org.callboard.core.policy.PermissionTitles;
import org.callboard.core.policy.Verdict.Outcome;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.DeclaredPermission;
import org.callboard.core.revision.Revision;
import org.callboard.core.session.PortalCaller;

/** The permissions that there are: the portal's own, and those that plugins which serve declare. */
record KnownPermissions(ActiveRevisions active) {

    Set<String> names() {
        Set<String> names = new TreeSet<>(CorePermissions.ALL);
        names.addAll(ofPlugins());
        return names;
    }

    Set<String> ofPlugins() {
        Set<String> names = new TreeSet<>();
        active.all().forEach(revision -> revision.permissions().forEach(permission -> names.add(permission.name())));
        return names;
    }

    /** {@return what a caller may do, and whether all of it or some} */
    Json.Obj heldBy(PortalCaller caller) {
        Json.Builder held = Json.object();
        for (String permission : names()) {
            Outcome outcome = caller.extent(permission);
            if (outcome != Outcome.DENIED) {
                held.put(permission, word(outcome));
            }
        }
        return held.build();
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> "all";
            case ALLOWED_FOR_SOME -> "some";
            case DENIED -> "none";
        };
    }

    /** {@return what a permission lets somebody do, in words, and what single things it is about} */
    Json.Obj described(String permission) {
        String title = active.all().stream()
                .flatMap(revision -> revision.permissions().stream())
                .filter(declared -> declared.name().equals(permission))
                .map(DeclaredPermission::title)
                .findFirst()
                .orElseGet(() -> PermissionTitles.of(permission));
        return Json.object()
                .put("title", title)
                .put("about", CorePermissions.things(permission).name().toLowerCase(Locale.ROOT))
                .build();
    }

    /** {@return what plugins say of theirs} */
    Json.Obj declared() {
        Json.Builder declared = Json.object();
        for (Revision revision : active.all()) {
            for (DeclaredPermission permission : revision.permissions()) {
                declared.put(
                        permission.name(),
                        Json.object()
                                .put("plugin", revision.name().plugin())
                                .put("title", permission.title())
                                .put("description", permission.description())
                                .build());
            }
        }
        return declared.build();
    }
}
