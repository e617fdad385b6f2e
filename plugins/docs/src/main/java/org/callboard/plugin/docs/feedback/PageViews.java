package org.callboard.plugin.docs.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.callboard.plugin.docs.DocsConfig;
import org.callboard.plugin.docs.ReadDocs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How often pages were read on which day, and not by whom. Counted in memory, and written in batches. Thread-safe. */
@Component(service = {PageViews.class, ReadDocs.class})
public final class PageViews implements ReadDocs {

    static final int MOST = 20_000;
    private static final int BATCH = 500;
    private static final int MOST_ENTITIES = 10_000;

    private final Tables tables;
    private final Map<Key, Long> counted = new HashMap<>();

    /** Writes them into these tables. */
    @Activate
    public PageViews(@Reference Tables tables) {
        this.tables = tables;
    }

    private record Key(DocPage page, LocalDate day) {}

    /** Counts a view, until it is written; of so many pages that there is no room for more, no others are counted. */
    synchronized void count(EntityRef entity, String address, Instant now) {
        if (DocPage.isKept(entity, address)) {
            Key key = new Key(new DocPage(entity, address), LocalDate.ofInstant(now, ZoneOffset.UTC));
            if (counted.size() < MOST || counted.containsKey(key)) {
                counted.merge(key, 1L, Long::sum);
            }
        }
    }

    /** Writes what was counted since the last time. {@return how many pages had views} */
    int write() {
        int written = 0;
        for (Map<Key, Long> batch = take(); !batch.isEmpty(); batch = take()) {
            Map<Key, Long> views = batch;
            try {
                tables.write(connection -> add(connection, views));
            } catch (RuntimeException failed) {
                giveBack(views);
                throw failed;
            }
            written += views.size();
        }
        return written;
    }

    private synchronized Map<Key, Long> take() {
        Map<Key, Long> batch = new HashMap<>();
        counted.entrySet().stream().limit(BATCH).forEach(entry -> batch.put(entry.getKey(), entry.getValue()));
        counted.keySet().removeAll(batch.keySet());
        return batch;
    }

    private synchronized void giveBack(Map<Key, Long> batch) {
        batch.forEach((key, views) -> counted.merge(key, views, Long::sum));
    }

    private static int add(Connection connection, Map<Key, Long> batch) throws SQLException {
        for (Map.Entry<Key, Long> entry : batch.entrySet()) {
            String entity = entry.getKey().page().entity().toString();
            String page = entry.getKey().page().address();
            LocalDate day = entry.getKey().day();
            String more = "update page_view set views = views + ? where entity = ? and page = ? and day_of = ?";
            if (Rows.update(connection, more, entry.getValue(), entity, page, day) == 0) {
                String first = "insert into page_view (entity, page, day_of, views) values (?, ?, ?, ?)";
                Rows.update(connection, first, entity, page, day, entry.getValue());
            }
        }
        return batch.size();
    }

    /** {@return how often pages of an entity were read since a day, by their addresses, as far as it is written} */
    Map<String, Long> since(EntityRef entity, LocalDate day) {
        Map<String, Long> views = new HashMap<>();
        tables.query(
                        "select page, sum(views) from page_view where entity = ? and day_of >= ? group by page",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        entity.toString(),
                        day)
                .forEach(row -> views.put(row.getKey(), row.getValue()));
        return views;
    }

    @Override
    public Set<EntityRef> since(LocalDate day) {
        return Set.copyOf(tables.query(
                "select distinct entity from page_view where day_of >= ? limit " + MOST_ENTITIES,
                row -> EntityRef.parse(row.getString(1)),
                day));
    }

    /** {@return the first day of which anything is known} */
    Optional<LocalDate> first() {
        return tables
                .query(
                        "select day_of from page_view order by day_of limit 1",
                        row -> Objects.requireNonNull(row.getObject(1, LocalDate.class)))
                .stream()
                .findFirst();
    }

    /** Forgets what is too old. */
    void prune(Instant now) {
        LocalDate oldest = LocalDate.ofInstant(now.minus(Duration.ofDays(DocsConfig.VIEWS_KEPT)), ZoneOffset.UTC);
        tables.update("delete from page_view where day_of < ?", oldest);
    }
}
