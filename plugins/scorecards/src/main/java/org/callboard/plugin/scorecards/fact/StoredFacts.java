package org.callboard.plugin.scorecards.fact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Facts that were pushed, and those that were fetched, in the plugin's table. Thread-safe. */
@Component(service = StoredFacts.class)
public final class StoredFacts {

    /** The longest fact, as JSON. */
    public static final int LONGEST = 16 * 1024;
    /** The most facts of an entity. */
    public static final int MOST = 50;

    private static final int LONGEST_SOURCE = 500;
    private static final String COLUMNS = "select entity, fact, content, source, seen from fact where entity ";

    private final Tables tables;
    private final JsonFormat json;

    /** Keeps them in these tables. */
    @Activate
    public StoredFacts(@Reference Tables tables, @Reference JsonFormat json) {
        this.tables = tables;
        this.json = json;
    }

    /** A fact and its name. */
    public record Stored(EntityRef entity, String name, Answer.Known answer) {}

    /** {@return the facts of an entity by rising name} */
    public List<Stored> of(EntityRef entity) {
        return tables.query(COLUMNS + "= ? order by fact", this::stored, entity.toString());
    }

    /** {@return the facts of some entities, by entity and name} */
    Map<EntityRef, Map<String, Answer>> of(List<Entity> entities) {
        Map<EntityRef, Map<String, Answer>> found = new HashMap<>();
        if (!entities.isEmpty()) {
            String marks = "?" + ", ?".repeat(entities.size() - 1);
            Object[] refs =
                    entities.stream().map(entity -> entity.ref().toString()).toArray();
            for (Stored stored : tables.query(COLUMNS + "in (" + marks + ")", this::stored, refs)) {
                found.computeIfAbsent(stored.entity(), ref -> new HashMap<>()).put(stored.name(), stored.answer());
            }
        }
        return found;
    }

    private Stored stored(ResultSet row) throws SQLException {
        Instant seen = Objects.requireNonNull(row.getObject("seen", OffsetDateTime.class))
                .toInstant();
        String content = row.getString("content");
        return new Stored(
                EntityRef.parse(row.getString("entity")),
                row.getString("fact"),
                new Answer.Known(content == null ? null : read(content), seen, row.getString("source"), null));
    }

    private Json read(String content) {
        try {
            return json.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Keeps a fact, in the place of an earlier one.
     *
     * @throws PortalException TOO_LARGE where it is, or where the entity has too many
     */
    public void put(EntityRef entity, String name, Json value, String source, Instant seen) {
        String content = text(value);
        String from = source.length() > LONGEST_SOURCE ? source.substring(0, LONGEST_SOURCE) : source;
        tables.write(connection -> {
            Rows.update(connection, "delete from fact where entity = ? and fact = ?", entity.toString(), name);
            List<Integer> count = Rows.query(
                    connection, "select count(*) from fact where entity = ?", row -> row.getInt(1), entity.toString());
            if (count.get(0) >= MOST) {
                throw new PortalException(
                        ProblemKind.TOO_LARGE,
                        entity + " has " + MOST + " facts already.",
                        "Put several figures into one fact.");
            }
            return Rows.update(
                    connection,
                    "insert into fact (entity, fact, content, source, seen) values (?, ?, ?, ?, ?)",
                    entity.toString(),
                    name,
                    content,
                    from,
                    seen);
        });
    }

    private String text(Json value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            json.write(value, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (out.size() > LONGEST) {
            throw new PortalException(
                    ProblemKind.TOO_LARGE,
                    "The fact has " + out.size() + " bytes, and " + LONGEST + " are allowed.",
                    "Push figures, and keep the rest where its source leads to.");
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Forgets the facts of entities that are gone. */
    public void forget(List<EntityRef> entities) {
        for (EntityRef entity : new ArrayList<>(entities)) {
            tables.update("delete from fact where entity = ?", entity.toString());
        }
    }
}
