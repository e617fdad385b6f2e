package org.callboard.core.audit;

import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.audit.Verification.Break;
import org.callboard.core.audit.Verification.Kind;
import org.jspecify.annotations.Nullable;

/** Compares rows, taken in the order of their numbers, with their hashes, and finds the first that is out of order. */
final class ChainCheck {

    private final Chain chain;
    private final @Nullable Link noted;
    private Link good;
    private @Nullable AuditRow suspect;
    private @Nullable Break broken;
    private @Nullable String hashOfNoted;
    private long rows;

    /**
     * Begins behind what was forgotten.
     *
     * @param noted a row as somebody else remembers it, or null
     * @throws PortalException BAD_INPUT where that row was forgotten
     */
    ChainCheck(Chain chain, @Nullable Link noted) {
        this.chain = chain;
        this.noted = noted;
        this.good = chain.before();
        if (noted != null && noted.number() < chain.before().number()) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "Row " + noted.number() + " has been forgotten since.",
                    "Name a row from " + chain.before().number() + " on, or none.");
        }
        seen(chain.before());
    }

    /** Takes the next row. */
    void take(AuditRow row) {
        rows++;
        seen(row.link());
        if (broken == null) {
            broken = suspect == null ? judge(row) : judge(suspect, row);
        }
    }

    private void seen(Link row) {
        if (noted != null && row.number() == noted.number()) {
            hashOfNoted = row.hash();
        }
    }

    /** {@return what is wrong with a row} A row that does not follow is looked at once more beside the next. */
    private @Nullable Break judge(AuditRow row) {
        if (row.number() <= chain.before().number()) {
            return new Break(row.number(), Kind.INSERTED);
        }
        if (row.number() > chain.last().number()) {
            Break end = end();
            return end == null ? new Break(row.number(), Kind.INSERTED) : end;
        }
        if (row.follows(good)) {
            good = row.link();
        } else {
            suspect = row;
        }
        return null;
    }

    private Break judge(AuditRow odd, @Nullable AuditRow next) {
        if (next != null && next.follows(good)) {
            return new Break(odd.number(), Kind.INSERTED);
        }
        boolean hasGap = odd.number() > good.number() + 1;
        boolean isFollowed = next == null ? odd.link().equals(chain.last()) : next.follows(odd.link());
        return hasGap && isFollowed
                ? new Break(good.number() + 1, Kind.REMOVED)
                : new Break(odd.number(), Kind.CHANGED);
    }

    private @Nullable Break end() {
        if (good.equals(chain.last())) {
            return null;
        }
        return good.number() < chain.last().number()
                ? new Break(good.number() + 1, Kind.REMOVED)
                : new Break(good.number(), Kind.CHANGED);
    }

    /** {@return what came of it, when there are no more rows} */
    Verification finish() {
        Break first = broken;
        if (first == null) {
            first = suspect == null ? end() : judge(suspect, null);
        }
        if (first == null && noted != null && !noted.hash().equals(hashOfNoted)) {
            boolean isThere = hashOfNoted != null;
            first = new Break(noted.number(), isThere ? Kind.CHANGED : Kind.REMOVED);
        }
        return new Verification(rows, chain.before(), chain.last(), first);
    }
}
