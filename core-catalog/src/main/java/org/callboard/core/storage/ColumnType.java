package org.callboard.core.storage;

import java.util.Locale;
import org.callboard.core.db.Cell;
import org.callboard.core.db.Dialect;

/**
 * A type that means the same on every database.
 *
 * @param length of texts and bytes, or digits of a decimal; 0 where it has none
 * @param scale digits behind the point of a decimal
 */
record ColumnType(Kind kind, int length, int scale) {

    /** What a default value may be. */
    enum Family {
        NUMBER,
        TEXT,
        TRUTH,
        MOMENT,
        OTHER
    }

    /** The types by name. */
    enum Kind {
        SMALLINT(Family.NUMBER, Cell.NUMBER, "smallint", "smallint"),
        INTEGER(Family.NUMBER, Cell.NUMBER, "integer", "integer"),
        BIGINT(Family.NUMBER, Cell.NUMBER, "bigint", "bigint"),
        DECIMAL(Family.NUMBER, Cell.DECIMAL, "decimal(%d, %d)", "decimal(%d, %d)"),
        DOUBLE(Family.NUMBER, Cell.DOUBLE, "double precision", "double precision"),
        BOOLEAN(Family.TRUTH, Cell.TRUTH, "boolean", "boolean"),
        // sorted by character, as the embedded database does it, and not by the rules of a language
        VARCHAR(Family.TEXT, Cell.TEXT, "varchar(%d)", "varchar(%d) collate \"C\""),
        TEXT(Family.TEXT, Cell.TEXT, "clob", "text collate \"C\""),
        DATE(Family.OTHER, Cell.DAY, "date", "date"),
        TIMESTAMP(Family.MOMENT, Cell.MOMENT, "timestamp with time zone", "timestamp with time zone"),
        UUID(Family.OTHER, Cell.UUID, "uuid", "uuid"),
        VARBINARY(Family.OTHER, Cell.BYTES, "varbinary(%d)", "bytea"),
        BLOB(Family.OTHER, Cell.BYTES, "blob", "bytea");

        private final Family family;
        private final Cell cell;
        private final String embedded;
        private final String server;

        Kind(Family family, Cell cell, String embedded, String server) {
            this.family = family;
            this.cell = cell;
            this.embedded = embedded;
            this.server = server;
        }
    }

    String sql(Dialect dialect) {
        String word = dialect == Dialect.H2 ? kind.embedded : kind.server;
        return word.formatted(length, scale);
    }

    Family family() {
        return kind.family;
    }

    Cell cell() {
        return kind.cell;
    }

    /** {@return whether no index takes it} */
    boolean isLarge() {
        return kind == Kind.TEXT || kind == Kind.BLOB;
    }

    /** {@return how much room it takes in an index, in characters} */
    int room() {
        return kind == Kind.VARCHAR ? length : kind == Kind.VARBINARY ? length / 4 + 1 : 8;
    }

    boolean isWhole() {
        return kind == Kind.INTEGER || kind == Kind.BIGINT;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + (length == 0 ? "" : "(" + length + ")");
    }
}
