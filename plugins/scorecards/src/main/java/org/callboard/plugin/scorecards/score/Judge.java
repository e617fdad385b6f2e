package org.callboard.plugin.scorecards.score;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.fact.Answer;
import org.callboard.plugin.scorecards.fact.Facts;
import org.callboard.plugin.scorecards.rule.Rule;
import org.callboard.plugin.scorecards.rule.Spot;
import org.callboard.plugin.scorecards.rule.State;
import org.jspecify.annotations.Nullable;

/**
 * Says how rules go for the facts of one entity. What is unknown stays unknown under {@code not}, and never makes a rule true.
 *
 * @param maxAge older facts are unknown; null where any age will do
 */
record Judge(Facts facts, Instant now, @Nullable Duration maxAge) {

    State of(Rule rule) {
        if (rule instanceof Rule.All all) {
            return combined(all.rules(), State.FAILED, State.PASSED);
        }
        if (rule instanceof Rule.Any any) {
            return combined(any.rules(), State.PASSED, State.FAILED);
        }
        if (rule instanceof Rule.Not not) {
            State inner = of(not.rule());
            return inner == State.PASSED ? State.FAILED : inner == State.FAILED ? State.PASSED : inner;
        }
        return rule instanceof Rule.Leaf leaf ? of(leaf) : State.ERROR;
    }

    /** One of a kind decides; else an error, else what is unknown; else they all are of the other kind. */
    private State combined(List<Rule> rules, State decisive, State otherwise) {
        State state = otherwise;
        for (Rule rule : rules) {
            State inner = of(rule);
            if (inner == decisive) {
                return decisive;
            }
            if (inner == State.ERROR || (inner == State.UNKNOWN && state != State.ERROR)) {
                state = inner;
            }
        }
        return state;
    }

    private State of(Rule.Leaf leaf) {
        Answer answer = facts.of(leaf.fact());
        if (answer instanceof Answer.Known known) {
            return isStale(known) ? State.UNKNOWN : leaf.operator().ask(values(leaf, known), now);
        }
        return answer instanceof Answer.Failed ? State.ERROR : State.UNKNOWN;
    }

    boolean isStale(Answer.Known known) {
        return maxAge != null && known.time().isBefore(now.minus(maxAge));
    }

    private static List<Json> values(Rule.Leaf leaf, Answer.Known known) {
        Json value = known.value();
        return value == null
                ? List.of()
                : leaf.path().find(value).stream().map(Spot::value).toList();
    }
}
