package org.callboard.core.storage;

import java.util.ArrayList;
import java.util.List;
import org.callboard.core.storage.Change.NewColumn;
import org.callboard.core.storage.Change.NewIndex;
import org.callboard.core.storage.Change.NewTable;
import org.callboard.core.storage.Change.OnDelete;
import org.callboard.core.storage.Change.Reference;
import org.callboard.core.storage.Change.UniqueKey;
import org.callboard.core.storage.Migration.Statement;

/** Reads the three statements that migrations are made of. Their form is a promise: what was once taken is read for ever. */
final class MigrationParser {

    private static final String ONLY_ADD =
            "Migrations only add: 'create table', 'create index', 'create unique index' and"
                    + " 'alter table ... add column ...'. Dropping is an operator's command.";

    private final TokenStream tokens;
    private final ColumnParser column;

    MigrationParser(String path, String content) {
        this.tokens = new TokenStream(path, content);
        this.column = new ColumnParser(tokens);
    }

    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        while (tokens.begin()) {
            int line = tokens.line();
            Change change = change();
            statements.add(new Statement(change, line, tokens.statement()));
            tokens.endStatement();
        }
        return statements;
    }

    private Change change() {
        if (tokens.accept("create")) {
            if (tokens.accept("table")) {
                return table();
            }
            boolean isUnique = tokens.accept("unique");
            if (tokens.accept("index")) {
                return index(isUnique);
            }
        } else if (tokens.accept("alter")) {
            tokens.require("table");
            String table = tokens.name();
            if (tokens.accept("add")) {
                return added(table);
            }
        }
        throw tokens.refused(tokens.shown() + " is not allowed in a migration", ONLY_ADD);
    }

    private NewTable table() {
        refuseIfNotExists();
        String name = tokens.name();
        List<Change.Column> columns = new ArrayList<>();
        List<UniqueKey> keys = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        tokens.require("(");
        do {
            if (tokens.accept("primary")) {
                tokens.require("key");
                keys.add(new UniqueKey(true, tokens.names()));
            } else if (tokens.accept("unique")) {
                keys.add(new UniqueKey(false, tokens.names()));
            } else if (tokens.accept("foreign")) {
                tokens.require("key");
                references.add(reference(tokens.names()));
            } else {
                columns.add(column.read(keys, references));
            }
        } while (tokens.accept(","));
        tokens.require(")");
        return new NewTable(name, List.copyOf(columns), List.copyOf(keys), List.copyOf(references));
    }

    private Reference reference(List<String> columns) {
        tokens.require("references");
        return column.reference(columns);
    }

    private NewIndex index(boolean isUnique) {
        refuseIfNotExists();
        String name = tokens.name();
        tokens.require("on");
        String table = tokens.name();
        return new NewIndex(name, table, tokens.names(), isUnique);
    }

    private NewColumn added(String table) {
        tokens.accept("column");
        refuseIfNotExists();
        List<UniqueKey> keys = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        Change.Column added = column.read(keys, references);
        if (added.isRequired() || !keys.isEmpty() || added.isNumbered()) {
            throw tokens.refused(
                    "the column " + added.name() + " must be nullable and no key",
                    "Leave out 'not null', 'unique', 'primary key' and 'generated': the revision that serves knows nothing of"
                            + " the column and goes on adding rows without it.");
        }
        return new NewColumn(table, added, List.copyOf(references));
    }

    private void refuseIfNotExists() {
        if (tokens.at("if")) {
            throw tokens.refused("'if not exists' is not needed", "Leave it out: each migration is applied once.");
        }
    }

    /** {@return what becomes of rows whose row is deleted} */
    static OnDelete onDelete(TokenStream tokens) {
        if (!tokens.accept("on")) {
            return OnDelete.REFUSE;
        }
        tokens.require("delete");
        if (tokens.accept("cascade")) {
            return OnDelete.CASCADE;
        }
        tokens.require("set");
        tokens.require("null");
        return OnDelete.SET_NULL;
    }
}
