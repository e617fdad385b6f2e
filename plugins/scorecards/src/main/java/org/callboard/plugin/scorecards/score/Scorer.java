package org.callboard.plugin.scorecards.score;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Relation;
import org.callboard.plugin.scorecards.fact.Facts;
import org.callboard.plugin.scorecards.rule.State;
import org.callboard.plugin.scorecards.standard.Check;
import org.callboard.plugin.scorecards.standard.Exemption;
import org.callboard.plugin.scorecards.standard.Standard;

/** Says how entities meet a standard at one moment. Not for use by several threads. */
public final class Scorer {

    private static final int LONGEST_TITLE = 200;

    private final Standard standard;
    private final Instant now;
    private final Map<EntityRef, Set<String>> exempt = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();

    /** Asks what a standard asks. */
    public Scorer(Standard standard, Instant now) {
        this.standard = standard;
        this.now = now;
        for (Exemption exemption : standard.exemptions()) {
            if (exemption.isInForce(now)) {
                exempt.computeIfAbsent(exemption.entity(), ref -> new HashSet<>())
                        .add(exemption.check());
            }
        }
    }

    /** {@return the score of an entity; none where the standard does not apply to it} */
    public Optional<Row> score(Entity entity, Facts facts) {
        String owner = target(entity, "ownedBy", "");
        if (!standard.applies().covers(entity, owner) || !isMeant(facts)) {
            return Optional.empty();
        }
        StringBuilder letters = new StringBuilder(standard.checks().size());
        for (Check check : standard.checks()) {
            letters.append(state(check, entity.ref(), facts).letter());
        }
        String states = once(letters.toString());
        String title = entity.title();
        return Optional.of(new Row(
                entity.ref(),
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                once(owner),
                once(target(entity, "partOf", "system:")),
                states,
                once(Ranks.of(standard, states))));
    }

    private boolean isMeant(Facts facts) {
        return standard.applies()
                .where()
                .map(rule -> new Judge(facts, now, null).of(rule) == State.PASSED)
                .orElse(true);
    }

    private State state(Check check, EntityRef entity, Facts facts) {
        if (exempt.getOrDefault(entity, Set.of()).contains(check.id())) {
            return State.EXEMPT;
        }
        return new Judge(facts, now, check.maxAge()).of(check.rule());
    }

    private static String target(Entity entity, String type, String prefix) {
        for (Relation relation : entity.relations()) {
            if (relation.type().equals(type) && relation.target().toString().startsWith(prefix)) {
                return relation.target().toString();
            }
        }
        return "";
    }

    /** Thousands of rows have the same few texts. */
    private String once(String text) {
        return seen.computeIfAbsent(text, same -> same);
    }
}
