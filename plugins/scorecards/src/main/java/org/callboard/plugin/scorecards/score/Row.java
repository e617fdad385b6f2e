package org.callboard.plugin.scorecards.score;

import org.callboard.api.model.EntityRef;
import org.callboard.plugin.scorecards.rule.State;

/**
 * The score of an entity by one standard.
 *
 * @param owner the reference of who owns it; empty where nobody does
 * @param system the reference of the system it is part of; empty where it is part of none
 * @param states a letter for each check, see {@link State#letter}
 * @param ranks a digit for each track: how many of its levels are reached
 */
public record Row(EntityRef ref, String title, String owner, String system, String states, String ranks) {

    /** {@return how a check went, by its place} */
    public State state(int check) {
        return State.of(states.charAt(check));
    }

    /** {@return how many levels of a track are reached, by its place} */
    public int rank(int track) {
        return ranks.charAt(track) - '0';
    }
}
