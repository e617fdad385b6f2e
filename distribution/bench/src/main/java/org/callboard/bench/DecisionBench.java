package org.callboard.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.policy.CurrentPolicy;
import org.callboard.core.policy.Directory;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Memberships;
import org.callboard.core.policy.PolicyAuthority;
import org.callboard.core.policy.Thing;
import org.callboard.core.policy.UnusablePolicyException;

/** How long the portal's own code takes to decide whether somebody may do something to an entity: with no request around it. */
final class DecisionBench {

    private static final int ROUNDS = 100_000;
    private static final String PERMISSION = "catalog.entity.refresh";

    private final Population population;
    private final Path policy;
    private final Map<EntityRef, Entity> company = new HashMap<>();

    DecisionBench(Population population, Path policy) {
        this.population = population;
        this.policy = policy;
        for (int number = 0; number < population.groups(); number++) {
            add(group(number), "childOf", group(number / 2));
        }
        for (int number = 0; number < population.users(); number++) {
            add(user(number), "memberOf", group(number % population.groups()));
        }
        for (int number = 0; number < population.components(); number++) {
            add(component(number), "ownedBy", group(number % population.groups()));
        }
    }

    private static String group(int number) {
        return "group:default/" + CatalogGenerator.name("group", number);
    }

    private static String user(int number) {
        return "user:default/" + CatalogGenerator.name("user", number);
    }

    private static String component(int number) {
        return "component:default/" + CatalogGenerator.name("component", number);
    }

    private void add(String ref, String relation, String target) {
        EntityRef parsed = EntityRef.parse(ref);
        Json.Obj arrow =
                Json.object().put("type", relation).put("targetRef", target).build();
        Json.Obj document = Json.object()
                .put("kind", parsed.kind())
                .put("spec", Json.object().put("type", "service").build())
                .put("relations", new Json.Arr(List.of(arrow)))
                .build();
        company.put(parsed, new Document(parsed, document));
    }

    private record Document(EntityRef ref, Json.Obj document) implements Entity {

        @Override
        public void writeTo(OutputStream out) {
            throw new UnsupportedOperationException("Nobody reads " + ref + " here.");
        }
    }

    private final class Company implements Directory {

        @Override
        public Optional<Entity> find(EntityRef ref) {
            return Optional.ofNullable(company.get(ref));
        }

        @Override
        public List<String> people(int most) {
            return List.of();
        }
    }

    void measure(Table table) throws UnusablePolicyException {
        CurrentPolicy current = CurrentPolicy.open(policy);
        PolicyAuthority authority = new PolicyAuthority(current, new Memberships(new Company()));
        row(
                table,
                "a decision about an entity, with no request for it",
                number -> authority.of(who(number)).decide(PERMISSION, thing(number)));
        row(
                table,
                "the same for somebody of whom nothing was decided yet",
                number -> authority.under(current.get(), who(number)).decide(PERMISSION, thing(number)));
    }

    private Identity who(int number) {
        String user = user(number % population.users());
        return new Identity(user, user);
    }

    private Thing thing(int number) {
        EntityRef ref = EntityRef.parse(component(number % population.components()));
        return new Thing.One(Optional.ofNullable(company.get(ref)).orElseThrow());
    }

    private static void row(Table table, String name, IntConsumer decision) {
        Samples warmUp = samples(decision);
        Samples measured = samples(decision);
        table.row(
                name,
                String.format(
                        Locale.ROOT,
                        "p50 %.4f ms, p99 %.4f ms, cold p99 %.4f ms",
                        measured.millis(0.50),
                        measured.millis(0.99),
                        warmUp.millis(0.99)),
                "p99 1 ms",
                "");
    }

    private static Samples samples(IntConsumer decision) {
        Samples samples = new Samples();
        for (int number = 0; number < ROUNDS; number++) {
            long start = System.nanoTime();
            decision.accept(number);
            samples.add(System.nanoTime() - start);
        }
        return Samples.merge(List.of(samples));
    }
}
