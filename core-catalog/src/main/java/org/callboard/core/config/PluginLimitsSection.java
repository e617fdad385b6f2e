package org.callboard.core.config;

import java.time.Duration;
import org.callboard.api.model.Json;
import org.callboard.core.extension.PluginLimits;
import org.callboard.core.read.ParsedDocument.Parsed;

/** The section {@code plugins.limits}: how much of the portal one plugin may take. */
final class PluginLimitsSection {

    private static final PluginLimits DEFAULT = PluginLimits.DEFAULT;
    private static final long MEBIBYTE = 1L << 20;
    private static final Bounds BOUNDS = new Bounds("limits")
            .time("requestDeadline", Duration.ofMillis(100))
            .time("callDeadline", Duration.ofMillis(100))
            .count("requests", 1, 64)
            .count("calls", 1, 64)
            .count("answerMebibytes", 1, 4_096)
            .count("failures", 2, 1_000)
            .time("failureWindow", Duration.ofSeconds(1))
            .time("coolDown", Duration.ofMillis(100));

    private PluginLimitsSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        BOUNDS.check(document, values);
    }

    /** {@return what a checked configuration says} */
    static PluginLimits of(Json.Obj config) {
        int mebibytes = (int) (DEFAULT.answerBytes() / MEBIBYTE);
        return new PluginLimits(
                BOUNDS.time(config, "requestDeadline", DEFAULT.requestDeadline()),
                BOUNDS.time(config, "callDeadline", DEFAULT.callDeadline()),
                BOUNDS.count(config, "requests", DEFAULT.requests()),
                BOUNDS.count(config, "calls", DEFAULT.calls()),
                BOUNDS.count(config, "answerMebibytes", mebibytes) * MEBIBYTE,
                new PluginLimits.Breaking(
                        BOUNDS.count(config, "failures", DEFAULT.breaking().failures()),
                        BOUNDS.time(config, "failureWindow", DEFAULT.breaking().window()),
                        BOUNDS.time(config, "coolDown", DEFAULT.breaking().coolDown())));
    }
}
