package org.callboard.core.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.read.ParsedDocument.Parsed;

/** Of the section {@code audit}: how long it is known who did what, and how many acts at the most. */
final class AuditSection {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final long ROWS = 1_000_000;
    private static final BigDecimal FEWEST = BigDecimal.valueOf(1_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private AuditSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        Json kept = values.object("audit").get("kept");
        ConfigSchema.require(
                kept == null || Durations.parse(kept, SHORTEST, LONGEST).isPresent(),
                document,
                List.of("audit", "kept"),
                "must be from 1 to 36500 days, written as {days: 400}, 400d or P400D");
        Json rows = values.object("audit").get("rows");
        ConfigSchema.require(
                rows == null || isCount(rows),
                document,
                List.of("audit", "rows"),
                "must be a number from 1000 to 1000000000");
    }

    private static boolean isCount(Json value) {
        return value instanceof Json.Num number
                && number.value().stripTrailingZeros().scale() <= 0
                && number.value().compareTo(FEWEST) >= 0
                && number.value().compareTo(MOST) <= 0;
    }

    /** {@return what a checked configuration says} */
    static PortalConfig.Audit of(Json.Obj config) {
        return new PortalConfig.Audit(
                config.at("audit", "kept")
                        .flatMap(value -> Durations.parse(value, SHORTEST, LONGEST))
                        .orElse(KEPT),
                config.at("audit", "rows")
                        .map(value -> ((Json.Num) value).value().longValue())
                        .orElse(ROWS));
    }
}
