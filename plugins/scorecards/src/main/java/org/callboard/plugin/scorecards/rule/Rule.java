package org.callboard.plugin.scorecards.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What has to be so: a tree. */
public sealed interface Rule {

    /** All of them; true where there are none. */
    record All(List<Rule> rules) implements Rule {
        /** Copies the rules. */
        public All {
            rules = List.copyOf(rules);
        }
    }

    /** At least one of them. */
    record Any(List<Rule> rules) implements Rule {
        /** Copies the rules. */
        public Any {
            rules = List.copyOf(rules);
        }
    }

    /** The opposite. */
    record Not(Rule rule) implements Rule {}

    /**
     * A question.
     *
     * @param fact the name of the fact it is about
     * @param path where in the fact
     * @param operator what has to be so there
     */
    record Leaf(String fact, JsonPath path, Operator operator) implements Rule {}

    /** {@return its questions, from left to right} */
    default List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        collect(this, leaves::add);
        return leaves;
    }

    private static void collect(Rule rule, Consumer<Leaf> leaves) {
        if (rule instanceof All all) {
            all.rules().forEach(inner -> collect(inner, leaves));
        } else if (rule instanceof Any any) {
            any.rules().forEach(inner -> collect(inner, leaves));
        } else if (rule instanceof Not not) {
            collect(not.rule(), leaves);
        } else if (rule instanceof Leaf leaf) {
            leaves.accept(leaf);
        }
    }
}
