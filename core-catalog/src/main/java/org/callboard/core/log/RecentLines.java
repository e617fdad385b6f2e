package org.callboard.core.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The last lines of a plugin, numbered from 0 since the start of the portal; what was there before has numbers below. Who
 * reads remembers how far it has come, so nobody waits for a reader: one that is too slow misses lines and learns how many.
 */
final class RecentLines {

    static final int MOST_LINES = 1_000;
    private static final int MOST_CHARACTERS = 256 * 1024;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long end;
    private int characters;

    /**
     * Some lines in order.
     *
     * @param missed how many lines belong before them that are no longer here
     * @param end the place behind the last line
     */
    record Portion(List<LogLine> lines, long missed, long end) {}

    synchronized void add(LogLine line) {
        lines.addLast(line);
        end++;
        characters += line.length();
        while (lines.size() > MOST_LINES || (characters > MOST_CHARACTERS && lines.size() > 1)) {
            characters -= lines.removeFirst().length();
        }
    }

    /** Puts what was there before the start under the lines that came since, as far as there is room. */
    synchronized void addHistory(List<LogLine> older) {
        if (end > lines.size()) {
            return;
        }
        for (int index = older.size() - 1; index >= 0; index--) {
            LogLine line = older.get(index);
            if (lines.size() >= MOST_LINES || characters + line.length() > MOST_CHARACTERS) {
                return;
            }
            lines.addFirst(line);
            characters += line.length();
        }
    }

    synchronized Portion last(int most) {
        return new Portion(newest(Math.min(most, lines.size())), 0, end);
    }

    synchronized Portion after(long place) {
        long fresh = end - place;
        int held = (int) Math.min(fresh, lines.size());
        return new Portion(newest(held), fresh - held, end);
    }

    private List<LogLine> newest(int count) {
        List<LogLine> newest = new ArrayList<>(count);
        Iterator<LogLine> backwards = lines.descendingIterator();
        while (newest.size() < count) {
            newest.add(backwards.next());
        }
        Collections.reverse(newest);
        return newest;
    }
}
