package org.callboard.core.config;

import java.time.Duration;
import org.callboard.api.model.Json;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.storage.TableLimits;

/** The section {@code plugins.tables}: how much of the database the plugins may take. */
final class TablesSection {

    private static final TableLimits DEFAULT = TableLimits.DEFAULT;
    private static final Bounds BOUNDS = new Bounds("tables")
            .count("connections", 1, 200)
            .count("transactions", 1, 64)
            .time("patience", Duration.ZERO)
            .time("deadline", Duration.ofMillis(100))
            .time("slow", Duration.ZERO);

    private TablesSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        BOUNDS.check(document, values);
    }

    /** {@return what a checked configuration says} */
    static TableLimits of(Json.Obj config) {
        return new TableLimits(
                BOUNDS.count(config, "connections", DEFAULT.connections()),
                BOUNDS.count(config, "transactions", DEFAULT.transactions()),
                BOUNDS.time(config, "patience", DEFAULT.patience()),
                BOUNDS.time(config, "deadline", DEFAULT.deadline()),
                BOUNDS.time(config, "slow", DEFAULT.slow()));
    }
}
