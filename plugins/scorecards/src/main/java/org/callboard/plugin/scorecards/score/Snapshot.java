package org.callboard.plugin.scorecards.score;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.plugin.scorecards.rule.Rule;
import org.callboard.plugin.scorecards.rule.State;
import org.callboard.plugin.scorecards.standard.Standard;

/**
 * All scores at one moment.
 *
 * @param boards by standard, as they were computed
 * @param shown the same, without what was computed with facts that a plugin no longer offers so
 * @param revisions which plugins' revisions offered facts
 */
record Snapshot(
        Map<EntityRef, Standard> standards,
        Map<EntityRef, Board> boards,
        Map<EntityRef, Board> shown,
        Map<String, String> revisions) {

    static final Snapshot NONE = new Snapshot(Map.of(), Map.of(), Map.of(), Map.of());

    static Snapshot of(
            Map<EntityRef, Standard> standards, Map<EntityRef, Board> boards, Map<String, String> revisions) {
        return new Snapshot(standards, boards, boards, revisions);
    }

    /** {@return these scores as they may be shown when other revisions offer facts: what these had to do with is unknown} */
    Snapshot under(Map<String, String> current) {
        Set<String> gone = new HashSet<>(revisions.keySet());
        gone.addAll(current.keySet());
        gone.removeIf(fact -> String.valueOf(revisions.get(fact)).equals(String.valueOf(current.get(fact))));
        Map<EntityRef, Board> next = new HashMap<>(boards);
        standards.forEach((ref, standard) -> {
            Board board = boards.get(ref);
            if (board != null && standard.facts().stream().anyMatch(gone::contains)) {
                next.put(ref, without(standard, board, gone));
            }
        });
        return new Snapshot(standards, boards, next, revisions);
    }

    private static Board without(Standard standard, Board board, Set<String> gone) {
        Map<EntityRef, Row> rows = new HashMap<>();
        board.byRef().forEach((ref, row) -> {
            StringBuilder states = new StringBuilder(row.states());
            for (int i = 0; i < states.length(); i++) {
                boolean isOf = standard.checks().get(i).rule().leaves().stream()
                        .map(Rule.Leaf::fact)
                        .anyMatch(gone::contains);
                if (isOf && states.charAt(i) != State.EXEMPT.letter()) {
                    states.setCharAt(i, State.UNKNOWN.letter());
                }
            }
            String letters = states.toString();
            rows.put(ref, new Row(ref, row.title(), row.owner(), row.system(), letters, Ranks.of(standard, letters)));
        });
        return board.of(rows);
    }
}
