package org.callboard.core.storage;

import java.util.List;
import org.callboard.core.archive.UnfitException;

/** A migration that was read. */
record Migration(MigrationFile file, List<Statement> statements) {

    private static final int SHOWN = 100;

    Migration {
        statements = List.copyOf(statements);
    }

    /** A statement, where it begins, and how it is written. */
    record Statement(Change change, int line, String text) {}

    static Migration read(MigrationFile file) {
        return new Migration(file, new MigrationParser(file.path(), file.content()).statements());
    }

    /** {@return a refusal that names file, line and statement} */
    static UnfitException refused(String path, int line, String statement, String why, String fix) {
        String text = statement.replaceAll("\\s+", " ").strip();
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return new UnfitException(path + ", line " + line + ", '" + shown + "': " + why + ".", fix);
    }

    UnfitException refused(Statement statement, String why, String fix) {
        return refused(file.path(), statement.line(), statement.text(), why, fix);
    }
}
