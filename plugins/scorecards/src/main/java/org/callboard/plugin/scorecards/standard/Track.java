package org.callboard.plugin.scorecards.standard;

import java.util.List;

/**
 * Levels that rise.
 *
 * @param levels the lowest first
 */
public record Track(String id, String title, List<Level> levels) {

    /** Copies the levels. */
    public Track {
        levels = List.copyOf(levels);
    }

    /**
     * A level: reached where its checks and those of all lower ones are done.
     *
     * @param checks the places of its checks in the standard
     */
    public record Level(String id, String title, List<Integer> checks) {
        /** Copies the checks. */
        public Level {
            checks = List.copyOf(checks);
        }
    }
}
