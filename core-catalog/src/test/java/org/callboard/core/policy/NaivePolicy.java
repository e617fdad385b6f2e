package org.callboard.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/**
 * Decides as {@code docs/permissions.md} says, sentence by sentence and with nothing of the product's: the policy is its
 * document, and the thing is its document.
 */
record NaivePolicy(Json.Obj policy) {

    /** Something that is asked about; all null for nothing in particular. */
    record Asked(
            Json.@Nullable Obj entity,
            @Nullable String plugin,
            @Nullable String pluginOwner) {}

    boolean allows(String permission, Set<String> names, Set<String> owners, Asked asked) {
        boolean allowed = false;
        for (Json item : policy.array("rules").items()) {
            Json.Obj rule = (Json.Obj) item;
            boolean denies = rule.get("deny") != null;
            List<String> permissions = list(denies ? rule.get("deny") : rule.get("allow"));
            boolean applies = isOn(permissions, permission)
                    && isFor(list(rule.get("to")), names)
                    && holds(rule.get("where"), owners, asked);
            if (applies && denies) {
                return false;
            }
            allowed |= applies;
        }
        return allowed;
    }

    private static List<String> list(@Nullable Json value) {
        if (value instanceof Json.Arr array) {
            return array.texts();
        }
        return value instanceof Json.Text text ? List.of(text.value()) : List.of();
    }

    private boolean isOn(List<String> named, String permission) {
        List<String> all = new ArrayList<>();
        for (String name : named) {
            all.addAll(
                    name.contains(".") || name.equals("*")
                            ? List.of(name)
                            : list(policy.object("roles").get(name)));
        }
        for (String pattern : all) {
            boolean matches = pattern.equals("*")
                    || pattern.equals(permission)
                    || (pattern.endsWith(".*") && permission.startsWith(pattern.replace("*", "")));
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFor(List<String> subjects, Set<String> names) {
        for (String subject : subjects) {
            if (subject.equals("everyone")
                    || names.contains(EntityRef.parse(subject).toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(@Nullable Json where, Set<String> owners, Asked asked) {
        if (!(where instanceof Json.Obj limits)) {
            return true;
        }
        for (String key : limits.fields().keySet()) {
            Json value = java.util.Objects.requireNonNull(limits.get(key));
            Json.Obj entity = asked.entity();
            boolean holds = switch (key) {
                case "owner" -> isOwned(list(value), owners, asked);
                case "plugin" -> asked.plugin() != null && list(value).contains(asked.plugin());
                case "kind" -> entity != null && has(list(value), entity.get("kind"));
                case "type" ->
                    entity != null && has(list(value), entity.object("spec").get("type"));
                case "label" -> entity != null && named(value, entity.object("metadata", "labels"));
                case "annotation" -> entity != null && named(value, entity.object("metadata", "annotations"));
                default -> throw new IllegalStateException(key);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOwned(List<String> wanted, Set<String> owners, Asked asked) {
        List<String> found = new ArrayList<>();
        if (asked.pluginOwner() != null) {
            found.add(EntityRef.parse(asked.pluginOwner(), "group", "default").toString());
        }
        if (asked.entity() != null) {
            for (Json relation : asked.entity().array("relations").items()) {
                Json.Obj arrow = (Json.Obj) relation;
                if (arrow.text("type").orElse("").equals("ownedBy")) {
                    found.add(arrow.text("targetRef").orElse(""));
                }
            }
        }
        for (String owner : found) {
            boolean isMine = wanted.contains("mine") && owners.contains(owner);
            boolean isNamed = wanted.stream()
                    .anyMatch(name -> !name.equals("mine")
                            && EntityRef.parse(name).toString().equals(owner));
            if (isMine || isNamed) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(List<String> wanted, @Nullable Json value) {
        return value instanceof Json.Text text
                && wanted.stream().anyMatch(each -> fold(each).equals(fold(text.value())));
    }

    private static boolean named(Json wanted, Json.Obj found) {
        if (!(wanted instanceof Json.Obj names)) {
            return list(wanted).stream()
                    .allMatch(name -> found.fields().keySet().stream()
                            .anyMatch(key -> fold(key).equals(fold(name))));
        }
        for (String name : names.fields().keySet()) {
            boolean has = found.fields().keySet().stream()
                    .filter(key -> fold(key).equals(fold(name)))
                    .anyMatch(key -> has(list(names.get(name)), found.get(key)));
            if (!has) {
                return false;
            }
        }
        return true;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
