package org.callboard.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callboard.api.catalog.*;
import org.callboard.api.model.*;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.lifecycle.ActiveRevisions;

final class CatalogEngine implements AutoCloseable {
    static CatalogEngine open(Database database, PortalConfig config, ActiveRevisions active) {
        return new CatalogEngine();
    }

    void start(Consumer<List<CatalogEvent>> listener) {}

    Catalog catalog() {
        return new Catalog() {
            public Optional<Entity> find(Caller c, EntityRef r) {
                return Optional.empty();
            }

            public Optional<Entity> findByUid(Caller c, String u) {
                return Optional.empty();
            }

            public Page query(Caller c, Query q) {
                return new Page(List.of(), 0, null, null);
            }

            public List<Facet> facets(Caller c, Filter f, List<String> p) {
                return List.of();
            }

            public List<Problem> problems(Caller c, EntityRef r) {
                return List.of();
            }

            public List<Problem> problems(Caller c, int l) {
                return List.of();
            }

            public long generation() {
                return 0;
            }
        };
    }

    public void close() {}
}
