package org.callboard.core.db;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What a column can hold, and how a value of it is written where it has to be the same for every database. */
enum Cell {
    TEXT {
        @Override
        void write(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException {
            writeBytes(row.getString(column).getBytes(StandardCharsets.UTF_8), out);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return new String(readBytes(in), StandardCharsets.UTF_8);
        }
    },
    NUMBER {
        @Override
        void write(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException {
            out.writeLong(row.getLong(column));
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return in.readLong();
        }
    },
    TRUTH {
        @Override
        void write(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException {
            out.writeBoolean(row.getBoolean(column));
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return in.readBoolean();
        }
    },
    TIME {
        @Override
        void write(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException {
            out.writeUTF(row.getObject(column, LocalDateTime.class).toString());
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            return LocalDateTime.parse(in.readUTF());
        }
    },
    BYTES {
        /** In pieces, because a jar is large and its length is not known beforehand. */
        @Override
        void write(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException {
            try (InputStream value = row.getBinaryStream(column)) {
                for (byte[] piece = value.readNBytes(PIECE); piece.length > 0; piece = value.readNBytes(PIECE)) {
                    writeBytes(piece, out);
                }
            }
            out.writeInt(0);
        }

        @Override
        Object read(DataInputStream in) throws IOException {
            java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
            for (byte[] piece = readBytes(in); piece.length > 0; piece = readBytes(in)) {
                whole.write(piece);
            }
            return whole.toByteArray();
        }
    };

    private static final int PIECE = 1 << 16;

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

    abstract void write(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException;

    abstract Object read(DataInputStream in) throws IOException;

    /** Writes the value of a column, or that it has none. */
    void writeOrNull(ResultSet row, int column, DataOutputStream out) throws SQLException, IOException {
        boolean isNull = row.getObject(column) == null;
        out.writeBoolean(!isNull);
        if (!isNull) {
            write(row, column, out);
        }
    }

    /** {@return the value that was written, or null} */
    @Nullable Object readOrNull(DataInputStream in) throws IOException {
        return in.readBoolean() ? read(in) : null;
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Math.max(0, in.readInt()));
        return bytes;
    }
}
