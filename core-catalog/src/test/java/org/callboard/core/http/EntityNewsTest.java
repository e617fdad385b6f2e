package org.callboard.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.CatalogEvent.Change;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Permission;
import org.callboard.core.query.Advance;
import org.callboard.core.query.MemoryFeed;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.TestRights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityNewsTest {

    private static final PortalCaller ALL = reading(Filter.NONE);
    private static final PortalCaller SOME = reading(Filter.equal("metadata.name", "open"));

    private final MemoryFeed feed = new MemoryFeed(1);

    @TempDir
    private Path folder;

    private static PortalCaller reading(Filter entities) {
        return TestRights.caller(Map.of(Permission.CATALOG_READ, entities));
    }

    private void put(String name) {
        feed.put(MemoryFeed.json("{'kind': 'Component', 'metadata': {'name': '" + name + "'}}"), "uid-" + name);
    }

    private static CatalogEvent event(long number, Change change, String name) {
        return new CatalogEvent(number, change, EntityRef.parse("component:default/" + name));
    }

    private static String text(Optional<byte[]> news) {
        return new String(news.orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void namesAndCountsWhatTheCallerSeesAlone() {
        put("open");
        put("secret");
        try (SearchIndex index = SearchIndex.open(folder, feed)) {
            feed.remove("component:default/open");
            feed.remove("component:default/secret");
            try (Advance step = index.advance()) {
                EntityNews news = new EntityNews(
                        step.changes(List.of(event(3, Change.REMOVED, "open"), event(4, Change.REMOVED, "secret"))));
                assertEquals(
                        "event: entities\ndata: {\"refs\":[\"component:default/open\",\"component:default/secret\"],"
                                + "\"total\":2,\"generation\":4}\n\n",
                        text(news.heardBy(ALL)));
                assertEquals(
                        "event: entities\ndata: {\"refs\":[\"component:default/open\"],\"total\":1}\n\n",
                        text(news.heardBy(SOME)));
                assertSame(
                        news.heardBy(SOME).orElseThrow(),
                        news.heardBy(reading(Filter.equal("metadata.name", "open")))
                                .orElseThrow());
            }
        }
    }

    @Test
    void saysNothingToWhoSeesNothingOfIt() {
        put("open");
        put("secret");
        try (SearchIndex index = SearchIndex.open(folder, feed)) {
            feed.remove("component:default/secret");
            try (Advance step = index.advance()) {
                EntityNews news = new EntityNews(step.changes(List.of(event(3, Change.REMOVED, "secret"))));
                assertEquals(Optional.empty(), news.heardBy(SOME));
                assertEquals(
                        Optional.empty(), news.heardBy(TestRights.caller(Map.of(Permission.PORTAL_USE, Filter.NONE))));
            }
        }
    }
}
