package org.callboard.core.http;

import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.policy.CorePermissions;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.PolicyAuthority;
import org.callboard.core.policy.Rights;
import org.callboard.core.policy.Rule;
import org.callboard.core.policy.Thing;
import org.callboard.core.policy.Verdict;
import org.callboard.core.policy.Verdict.Outcome;
import org.callboard.core.session.Permissions;
import org.callboard.core.session.PortalCaller;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may do something, and why.
 *
 * @param who whom it is about
 * @param on the name of the thing, or null
 */
record PermissionQuestion(
        String permission,
        Identity who,
        Thing thing,
        @Nullable String on) {

    /** Where things are looked up. */
    record Ground(PolicyAuthority authority, Plugins plugins) {

        /**
         * {@return the question that these texts are}
         *
         * @throws PortalException NOT_ALLOWED where it is about others and the asker may not know that
         */
        PermissionQuestion ask(PortalCaller asker, Texts texts) {
            String permission = texts.text("permission")
                    .orElseThrow(() -> bad("The question names no permission.", "Ask with ?permission=plugin.manage."));
            if (permission.length() > 200 || !CorePermissions.isPossible(permission)) {
                throw bad(
                        "There is no permission of that name.",
                        "The portal's own are " + String.join(", ", CorePermissions.ALL) + ".");
            }
            return ask(asker, texts, permission);
        }

        /** {@return the question whether they may do this, where the texts say who and to what} */
        PermissionQuestion ask(PortalCaller asker, Texts texts, String permission) {
            Optional<String> entity = texts.text("entity");
            Optional<String> plugin = texts.text("plugin");
            if (entity.isPresent() && plugin.isPresent()) {
                throw bad("The question is about an entity and a plugin.", "Ask about one of them.");
            }
            Identity who = texts.text("caller").map(name -> who(asker, name)).orElse(asker.identity());
            Thing thing = entity.map(ref -> entity(asker, ref))
                    .or(() -> plugin.map(id -> plugin(asker, id)))
                    .orElse(Thing.NONE);
            return new PermissionQuestion(
                    permission, who, thing, entity.or(() -> plugin).orElse(null));
        }

        private static Identity who(PortalCaller asker, String name) {
            EntityRef parsed = EntityRef.parse(name);
            String ref = parsed.toString();
            if (ref.equals(asker.getName())) {
                return asker.identity();
            }
            Permissions.require(asker, Permission.POLICY_READ);
            // of a group: whoever is in it, and in no other
            Set<String> groups = parsed.kind().equals("group") ? Set.of(ref) : Set.of();
            return new Identity(ref, ref, null, null, groups);
        }

        /** What somebody may not read is not there for them. */
        private Thing entity(PortalCaller asker, String ref) {
            Entity found = authority
                    .directory()
                    .find(EntityRef.parse(ref))
                    .filter(entity -> asker.may(new Permission(Permission.CATALOG_READ), entity))
                    .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no entity '" + ref + "'."));
            return new Thing.One(found);
        }

        private Thing plugin(PortalCaller asker, String id) {
            return plugins.find(asker, id)
                    .map(found -> new Thing.Plugin(found.id(), found.owner()))
                    .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no plugin '" + id + "'."));
        }
    }

    /** {@return the same of another permission} */
    PermissionQuestion of(String other) {
        return new PermissionQuestion(other, who, thing, on);
    }

    /** {@return the same of somebody else} */
    PermissionQuestion of(Identity other) {
        return new PermissionQuestion(permission, other, thing, on);
    }

    /** Where the texts of a question come from. */
    interface Texts {
        Optional<String> text(String name);
    }

    /** {@return the answer by these rights} */
    Json.Obj answer(Rights rights) {
        Verdict verdict = rights.decide(permission, thing);
        Rule rule = verdict.rule();
        return Json.object()
                .put("permission", permission)
                .put("caller", who.name())
                .put("on", on)
                .put("allowed", verdict.outcome() == Outcome.DENIED ? Json.Bool.FALSE : Json.Bool.TRUE)
                .put("extent", KnownPermissions.word(verdict.outcome()))
                .put("rule", rule == null ? Json.Null.NULL : PolicyJson.place(rule))
                .put(
                        "reason",
                        rights.equals(Rights.ALL)
                                ? "An administrator may do everything."
                                : reason(verdict.outcome(), rule))
                .build();
    }

    private static String reason(Outcome outcome, @Nullable Rule rule) {
        if (rule == null) {
            return "No rule allows it.";
        }
        return switch (outcome) {
            case ALLOWED -> "This rule allows it: " + rule;
            case ALLOWED_FOR_SOME -> "It depends on the thing; this rule allows it for some: " + rule;
            case DENIED -> "This rule denies it: " + rule;
        };
    }

    static PortalException bad(String message, String hint) {
        return new PortalException(ProblemKind.BAD_INPUT, message, hint);
    }

    /** {@return what stands in the place of an answer where a token is for other things} */
    Json.Obj outOfScope() {
        return Json.object()
                .put("permission", permission)
                .put("caller", who.name())
                .put("on", on)
                .put("allowed", Json.Bool.FALSE)
                .put("extent", "none")
                .put("rule", Json.Null.NULL)
                .put("reason", "The token that asks is for other things; GET /api/session says for which.")
                .build();
    }

    /** {@return the names of plugins that are asked about} */
    Set<String> plugins() {
        return thing instanceof Thing.Plugin plugin ? Set.of(plugin.id()) : Set.of();
    }
}
