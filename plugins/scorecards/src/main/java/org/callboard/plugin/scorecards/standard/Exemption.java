package org.callboard.plugin.scorecards.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.callboard.api.model.EntityRef;

/**
 * A check that does not matter for an entity, for a time.
 *
 * @param check its id
 * @param until the last day of it, in UTC
 */
public record Exemption(String check, EntityRef entity, String reason, String approver, LocalDate until) {

    /** {@return whether it counts} */
    public boolean isInForce(Instant now) {
        return !LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(until);
    }
}
