package org.callboard.core.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.read.ParsedDocument.Parsed;

/** Of the section {@code plugins}: how long a new revision is on probation, and how many revisions are kept. */
final class LifecycleSection {

    private static final Duration PROBATION = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int REVISIONS = 5;
    private static final int MOST_REVISIONS = 100;

    private LifecycleSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        Json.Obj section = values.object("plugins");
        Json probation = section.get("probation");
        ConfigSchema.require(
                probation == null
                        || Durations.parse(probation, Duration.ZERO, LONGEST).isPresent(),
                document,
                List.of("plugins", "probation"),
                "must be from 0 seconds to 1 day, written as {seconds: 30}, 30s or PT30S");
        Json revisions = section.get("revisions");
        ConfigSchema.require(
                revisions == null || isCount(revisions),
                document,
                List.of("plugins", "revisions"),
                "must be a number from 1 to " + MOST_REVISIONS);
    }

    private static boolean isCount(Json value) {
        return value instanceof Json.Num number
                && number.value().stripTrailingZeros().scale() <= 0
                && number.value().compareTo(BigDecimal.ONE) >= 0
                && number.value().compareTo(BigDecimal.valueOf(MOST_REVISIONS)) <= 0;
    }

    /** {@return what a checked configuration says} */
    static PortalConfig.Lifecycle of(Json.Obj config) {
        return new PortalConfig.Lifecycle(
                config.at("plugins", "probation")
                        .flatMap(value -> Durations.parse(value, Duration.ZERO, LONGEST))
                        .orElse(PROBATION),
                config.at("plugins", "revisions")
                        .map(value -> ((Json.Num) value).value().intValue())
                        .orElse(REVISIONS),
                PreviewSection.of(config));
    }
}
