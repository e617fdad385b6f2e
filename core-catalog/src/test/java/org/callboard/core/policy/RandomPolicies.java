package org.callboard.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.callboard.api.model.Json;

/** Policies, people and things out of a small vocabulary, so that they meet. */
final class RandomPolicies {

    static final List<String> PERMISSIONS = List.of(
            "catalog.entity.read",
            "catalog.entity.refresh",
            "plugin.manage",
            "plugin.inspect",
            "task.run",
            "portal.use",
            "cost.read",
            "cost.admin.all");
    static final List<String> GROUPS = List.of("group:default/a", "group:default/b", "group:other/c");
    static final List<String> PEOPLE = List.of("user:default/mara", "user:default/ole", "user:default/nobody");

    private static final List<String> ON_ENTITIES =
            List.of("catalog.entity.read", "catalog.entity.refresh", "cost.read", "*", "catalog.*", "cost.*");
    private static final List<String> ON_PLUGINS =
            List.of("plugin.manage", "plugin.inspect", "task.run", "*", "plugin.*");
    private static final List<String> VALUES = List.of("Service", "service", "x", "gold", "a.b");

    private final Random random;

    RandomPolicies(long seed) {
        this.random = new Random(seed);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean oneIn(int chance) {
        return random.nextInt(chance) == 0;
    }

    private Json some(List<String> choices) {
        if (oneIn(2)) {
            return Json.of(oneOf(choices));
        }
        List<String> some = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            some.add(oneOf(choices));
        }
        return Json.ofTexts(some);
    }

    Json.Obj policy() {
        List<Json> rules = new ArrayList<>();
        for (int count = random.nextInt(7); count > 0; count--) {
            rules.add(rule());
        }
        Json.Obj roles = Json.object()
                .put("entities", Json.ofTexts(List.of("catalog.entity.read", "cost.read")))
                .put("plugins", Json.ofTexts(List.of("plugin.manage", "task.run")))
                .build();
        return Json.object()
                .put("roles", roles)
                .put("rules", new Json.Arr(rules))
                .build();
    }

    private Json.Obj rule() {
        Json.Builder rule = Json.object();
        String verb = oneIn(3) ? "deny" : "allow";
        switch (random.nextInt(3)) {
            case 0 -> rule.put(verb, some(join(PERMISSIONS, List.of("*", "catalog.*", "entities", "plugins"))));
            case 1 ->
                rule.put(verb, some(join(ON_ENTITIES, List.of("entities")))).put("where", onEntities());
            default ->
                rule.put(verb, some(join(ON_PLUGINS, List.of("plugins")))).put("where", onPlugins());
        }
        return rule.put("to", some(join(join(GROUPS, PEOPLE), List.of("everyone"))))
                .build();
    }

    private static List<String> join(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private Json owners() {
        return some(List.of("mine", "mine", "group:default/a", "user:default/mara", "group:default/missing"));
    }

    private Json.Obj onPlugins() {
        boolean hasOwner = oneIn(2);
        return Json.object()
                .put("owner", hasOwner ? owners() : null)
                .put("plugin", hasOwner && oneIn(2) ? null : some(List.of("ledger", "cost")))
                .build();
    }

    private Json.Obj onEntities() {
        Json.Builder where = Json.object().put("kind", some(List.of("component", "API", "Group")));
        if (oneIn(2)) {
            where = Json.object().put("owner", owners());
        }
        return where.put("type", oneIn(3) ? some(VALUES) : null)
                .put("label", oneIn(4) ? named() : null)
                .put("annotation", oneIn(4) ? named() : null)
                .build();
    }

    private Json named() {
        List<String> names = List.of("tier", "Tier", "example.com/x.y", "example.com/x");
        return oneIn(2)
                ? some(names)
                : Json.object().put(oneOf(names), some(VALUES)).build();
    }

    Json.Obj entity(String name) {
        List<Json> relations = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            relations.add(Json.object()
                    .put("type", oneIn(4) ? "dependsOn" : "ownedBy")
                    .put("targetRef", oneOf(join(join(GROUPS, PEOPLE), List.of("group:default/missing"))))
                    .build());
        }
        return Json.object()
                .put("kind", oneOf(List.of("Component", "API", "Resource")))
                .put(
                        "metadata",
                        Json.object()
                                .put("name", name)
                                .put("labels", oneIn(2) ? values() : null)
                                .put("annotations", oneIn(2) ? values() : null)
                                .build())
                .put(
                        "spec",
                        Json.object()
                                .put("type", oneIn(4) ? null : oneOf(VALUES))
                                .build())
                .put("relations", new Json.Arr(relations))
                .build();
    }

    private Json.Obj values() {
        Json.Builder values = Json.object().put(oneOf(List.of("tier", "TIER", "other")), oneOf(VALUES));
        return values.put("example.com/x.y", oneIn(2) ? oneOf(VALUES) : null).build();
    }
}
