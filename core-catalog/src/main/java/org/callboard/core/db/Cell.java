package org.callboard.core.db;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a column can hold, and how a value of it is written where it has to be the same for every database. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
public enum Cell {
    /** Characters. */
    TEXT(
            (row, column, out) -> writeBytes(row.getString(column).getBytes(StandardCharsets.UTF_8), out),
            in -> new String(readBytes(in), StandardCharsets.UTF_8)),
    /** Whole numbers. */
    NUMBER((row, column, out) -> out.writeLong(row.getLong(column)), DataInputStream::readLong),
    /** True or false. */
    TRUTH((row, column, out) -> out.writeBoolean(row.getBoolean(column)), DataInputStream::readBoolean),
    /** A time as it is on the wall. */
    TIME(
            (row, column, out) ->
                    out.writeUTF(row.getObject(column, LocalDateTime.class).toString()),
            in -> LocalDateTime.parse(in.readUTF())),
    /** A moment, wherever it is looked at from. */
    MOMENT(
            (row, column, out) -> out.writeUTF(
                    row.getObject(column, OffsetDateTime.class).toInstant().toString()),
            in -> Instant.parse(in.readUTF()).atOffset(ZoneOffset.UTC)),
    /** A day of the calendar. */
    DAY(
            (row, column, out) ->
                    out.writeUTF(row.getObject(column, LocalDate.class).toString()),
            in -> LocalDate.parse(in.readUTF())),
    /** Numbers with a fixed point. */
    DECIMAL(
            (row, column, out) -> out.writeUTF(row.getBigDecimal(column).toPlainString()),
            in -> new BigDecimal(in.readUTF())),
    /** Numbers with a floating point. */
    DOUBLE((row, column, out) -> out.writeDouble(row.getDouble(column)), DataInputStream::readDouble),
    /** UUIDs. */
    UUID(
            (row, column, out) ->
                    out.writeUTF(row.getObject(column, java.util.UUID.class).toString()),
            in -> java.util.UUID.fromString(in.readUTF())),
    /** Bytes, however many. */
    BYTES(Cell::writePieces, Cell::readPieces);

    private static final int PIECE = 1 << 16;

    private final Writer writer;
    private final Reader reader;

    Cell(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** Writes the value of a column, which has one. */
    private interface Writer {
        void write(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException;
    }

    /** Reads a value as the driver takes it. */
    private interface Reader {
        Object read(DataInputStream in) throws IOException;
    }

    /** {@return what a column of this JDBC type holds} */
    static Cell ofType(int type, String column) {
        return switch (type) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.TIMESTAMP -> TIME;
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> BYTES;
            default -> throw new IllegalStateException("The column " + column + " has a type that can't be backed up.");
        };
    }

    /** Writes the value of a column, or that it has none. */
    void writeOrNull(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException {
        boolean isNull = row.getObject(column) == null;
        out.writeBoolean(!isNull);
        if (!isNull) {
            writer.write(row, column, out);
        }
    }

    /** {@return the value that was written, or null} */
    @Nullable Object readOrNull(DataInputStream in) throws IOException {
        return in.readBoolean() ? reader.read(in) : null;
    }

    /** In pieces, because a jar is large and its length is not known beforehand. */
    private static void writePieces(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException {
        try (InputStream value = row.getBinaryStream(column)) {
            for (byte[] piece = value.readNBytes(PIECE); piece.length > 0; piece = value.readNBytes(PIECE)) {
                writeBytes(piece, out);
            }
        }
        out.writeInt(0);
    }

    private static Object readPieces(DataInputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece = readBytes(in); piece.length > 0; piece = readBytes(in)) {
            whole.write(piece);
        }
        return whole.toByteArray();
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(Math.max(0, in.readInt()));
    }
}
