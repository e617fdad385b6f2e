package org.callboard.plugin.scorecards.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.plugin.scorecards.api.Fact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fact that a plugin offers. One that failed is not asked again in this gathering: it would hold up all others. */
final class Offered {

    private static final Logger LOG = LoggerFactory.getLogger(Offered.class);

    private final String name;
    private final Map<EntityRef, Answer> answers = new HashMap<>();
    private String failure = "";

    Offered(String name) {
        this.name = name;
    }

    void read(Offer offer, List<Entity> entities, Caller caller) {
        answers.clear();
        if (!failure.isEmpty()) {
            return;
        }
        try {
            offer.read(entities, caller).forEach(fact -> answers.put(fact.entity(), answer(fact)));
        } catch (PortalException failed) {
            failure = failed.message();
            LOG.warn("The fact '{}' is unknown for now: {}", name, failure);
        }
    }

    private Answer answer(Fact fact) {
        return weight(fact.value(), StoredFacts.LONGEST) < 0
                ? new Answer.Failed("What plugin says of '" + name + "' is longer than 16 KiB.")
                : new Answer.Known(fact.value(), fact.time(), fact.source(), null);
    }

    /** What is left of a number of characters. */
    static int weight(Json value, int left) {
        int rest = left - 2;
        if (value instanceof Json.Text text) {
            rest -= text.value().length();
        } else if (value instanceof Json.Arr array) {
            for (Json item : array.items()) {
                rest = rest < 0 ? rest : weight(item, rest);
            }
        } else if (value instanceof Json.Obj object) {
            for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                rest = rest < 0
                        ? rest
                        : weight(field.getValue(), rest - field.getKey().length());
            }
        }
        return rest;
    }

    Answer of(EntityRef entity) {
        Answer answer = answers.get(entity);
        if (answer != null) {
            return answer;
        }
        return new Answer.Missing(
                failure.isEmpty() ? "The plugin that offers '" + name + "' says nothing of it." : failure);
    }
}
