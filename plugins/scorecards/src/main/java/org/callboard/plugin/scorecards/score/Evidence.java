package org.callboard.plugin.scorecards.score;

import java.time.Instant;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.fact.Answer;
import org.callboard.plugin.scorecards.fact.Facts;
import org.callboard.plugin.scorecards.rule.Rule;
import org.callboard.plugin.scorecards.rule.Spot;
import org.jspecify.annotations.Nullable;

/**
 * What a question of a rule found.
 *
 * @param value what is at the path: a list of it where there are several; null where there is nothing
 * @param spot where the first of it stands; null where there is nothing
 * @param answer the whole fact
 * @param reason why it is unknown or can't be told; empty where it is known
 */
public record Evidence(
        Rule.Leaf leaf, @Nullable Json value, @Nullable Spot spot, Answer answer, String reason) {

    private static final int MOST_VALUES = 10;
    private static final int LONGEST = 500;

    static Evidence of(Rule.Leaf leaf, Judge judge) {
        Answer answer = judge.facts().of(leaf.fact());
        if (answer instanceof Answer.Known known) {
            Json whole = known.value();
            List<Spot> spots = whole == null ? List.of() : leaf.path().find(whole);
            String reason = judge.isStale(known)
                    ? "The fact '" + leaf.fact() + "' is of " + known.time() + ", which is too long ago."
                    : "";
            return new Evidence(leaf, shown(leaf, spots), spots.isEmpty() ? null : spots.get(0), answer, reason);
        }
        String reason = answer instanceof Answer.Missing missing
                ? missing.reason()
                : answer instanceof Answer.Failed failed ? failed.reason() : "";
        return new Evidence(leaf, null, null, answer, reason);
    }

    private static @Nullable Json shown(Rule.Leaf leaf, List<Spot> spots) {
        if (spots.isEmpty()) {
            return null;
        }
        return leaf.path().isSingle()
                ? cut(spots.get(0).value())
                : new Json.Arr(spots.stream()
                        .limit(MOST_VALUES)
                        .map(spot -> cut(spot.value()))
                        .toList());
    }

    /** Long texts are cut, and of lists and objects only the size is told where they are large. */
    private static Json cut(Json value) {
        if (value instanceof Json.Text text) {
            return text.value().length() <= LONGEST
                    ? value
                    : Json.of(text.value().substring(0, LONGEST) + "...");
        }
        if (value instanceof Json.Arr array && array.items().size() > MOST_VALUES) {
            return Json.of("a list of " + array.items().size());
        }
        if (value instanceof Json.Arr array) {
            return new Json.Arr(array.items().stream().map(Evidence::cut).toList());
        }
        return value instanceof Json.Obj object
                ? Json.of("an object of " + object.fields().size() + " fields")
                : value;
    }

    /** {@return when that was so, null where it is not known} */
    public @Nullable Instant time() {
        return answer instanceof Answer.Known known ? known.time() : null;
    }

    /** {@return what several facts of an entity say for a rule} */
    static List<Evidence> of(Rule rule, Facts facts, Instant now, java.time.@Nullable Duration maxAge) {
        Judge judge = new Judge(facts, now, maxAge);
        return rule.leaves().stream().map(leaf -> of(leaf, judge)).toList();
    }
}
