package org.callboard.core.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of what somebody tries again and again, one act in a minute is told at once, and of the others how many there were. */
final class RepeatedActs {

    private static final Duration SPELL = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final String ANYBODY = "various";

    private final Clock clock;
    private final Map<Key, Spell> spells = new LinkedHashMap<>();

    RepeatedActs(Clock clock) {
        this.clock = clock;
    }

    /** What counts as the same. */
    private record Key(String caller, String act, String group) {

        /** Where there are too many to tell apart. */
        Key ofAnybody() {
            return new Key(ANYBODY, act, ANYBODY);
        }
    }

    /** The last one that was not told, and how many there were since one was. */
    private record Spell(Act last, int count, Instant end) {}

    /** {@return whether the act is to be told now} */
    synchronized boolean isFirst(Act act, String group) {
        Key key = new Key(act.caller(), act.name(), group);
        Key kept = spells.size() < MOST || spells.containsKey(key) ? key : key.ofAnybody();
        Spell spell = spells.get(kept);
        if (spell == null) {
            spells.put(kept, new Spell(act, 0, clock.instant().plus(SPELL)));
            return true;
        }
        spells.put(kept, new Spell(act, spell.count() + 1, spell.end()));
        return false;
    }

    /** {@return what is to be told of the minutes that are over} */
    synchronized List<Act> over() {
        return ended(clock.instant());
    }

    /** {@return what has not been told yet} */
    synchronized List<Act> all() {
        return ended(Instant.MAX);
    }

    private List<Act> ended(Instant now) {
        List<Act> told = new ArrayList<>();
        for (Map.Entry<Key, Spell> entry : List.copyOf(spells.entrySet())) {
            Spell spell = entry.getValue();
            if (spell.end().isAfter(now)) {
                continue;
            }
            spells.remove(entry.getKey());
            if (spell.count() > 0) {
                told.add(told(entry.getKey(), spell));
            }
        }
        return told;
    }

    private static Act told(Key key, Spell spell) {
        Act last = spell.last();
        if (key.caller().equals(ANYBODY)) {
            last = last.by(ANYBODY, ANYBODY);
        }
        String times = spell.count() == 1 ? "once more" : spell.count() + " times more";
        String detail = last.detail() == null ? "" : last.detail() + " ";
        return last.detail(detail + "(" + times + " within " + SPELL.toSeconds() + " s)");
    }
}
