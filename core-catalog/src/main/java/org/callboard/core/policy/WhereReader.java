package org.callboard.core.policy;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.api.model.Json;
import org.callboard.core.entity.Texts;
import org.callboard.core.policy.CorePermissions.Things;
import org.jspecify.annotations.Nullable;

/** Reads what a rule is limited to. */
final class WhereReader {

    private static final String OWNERS = "Write mine, or group:default/payments, or a list of these.";
    private static final String NAMED = "Write a name that must be there, or 'name: value', or 'name: [value, value]'.";
    private static final String LIMITS = "Write 'owner: mine', for example.";

    private final Findings findings;
    private final List<String> path;

    WhereReader(Findings findings, List<String> path) {
        this.findings = findings;
        this.path = path;
    }

    Where read(Json value, Set<String> permissions) {
        Json.Obj limits = findings.object(path, value, LIMITS);
        if (limits.fields().isEmpty()) {
            findings.add(path, "This limits the rule to nothing.", LIMITS + " Or leave out 'where'.");
        }
        findings.checkKeys(path, limits, List.of("owner", "kind", "type", "label", "annotation", "plugin"));
        Where where = new Where(
                owners(limits.get("owner")),
                texts("kind", limits.get("kind")),
                texts("type", limits.get("type")),
                named("label", limits.get("label")),
                named("annotation", limits.get("annotation")),
                texts("plugin", limits.get("plugin")));
        checkThings(where, permissions);
        return where;
    }

    private Set<String> owners(@Nullable Json value) {
        List<String> at = Findings.inner(path, "owner");
        Set<String> owners = new LinkedHashSet<>();
        for (String owner : findings.values(at, value, OWNERS)) {
            String ref = owner.equals(Where.MINE) ? owner : PolicyReader.reference(owner);
            if (ref == null) {
                findings.add(at, Texts.quote(owner) + " names no owner.", OWNERS);
            } else {
                owners.add(ref);
            }
        }
        return owners;
    }

    private Set<String> texts(String key, @Nullable Json value) {
        return folded(findings.values(Findings.inner(path, key), value, "Write a text, or a list of texts."));
    }

    private static Set<String> folded(Set<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private Map<String, Set<String>> named(String key, @Nullable Json value) {
        List<String> at = Findings.inner(path, key);
        Map<String, Set<String>> named = new HashMap<>();
        if (value instanceof Json.Obj object) {
            if (object.fields().isEmpty()) {
                findings.add(at, "This names no " + key + ".", NAMED);
            }
            object.fields().forEach((name, values) -> {
                Set<String> given = findings.values(Findings.inner(at, name), values, NAMED);
                named.put(name.toLowerCase(Locale.ROOT), folded(given));
            });
        } else {
            folded(findings.values(at, value, NAMED)).forEach(name -> named.put(name, Set.of()));
        }
        return named;
    }

    /** A limit that can't be true of anything that a permission is about is a slip. */
    private void checkThings(Where where, Set<String> permissions) {
        if (!where.isAbout(Things.ENTITIES) && !where.isAbout(Things.PLUGINS)) {
            findings.add(
                    path,
                    "Nothing has all of these: 'plugin' is of plugins, the rest of entities.",
                    "Write two rules.");
        }
        for (String permission : permissions) {
            Things things = CorePermissions.things(permission);
            if (!permission.endsWith(Rule.ANY) && !where.isAbout(things)) {
                findings.add(
                        path,
                        switch (things) {
                            case NONE -> permission + " is about no single thing, so it can't be limited.";
                            case ENTITIES -> permission + " is about entities, which are no plugins.";
                            case PLUGINS ->
                                permission + " is about plugins, of which only 'owner' and 'plugin' are known.";
                        },
                        "Take it out of this rule, and give it a rule of its own.");
            }
        }
    }
}
