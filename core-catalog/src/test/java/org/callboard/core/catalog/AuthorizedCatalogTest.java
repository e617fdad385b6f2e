package org.callboard.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.db.Database;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.store.JdbcCatalogStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class AuthorizedCatalogTest {

    private static final EntityRef REF = EntityRef.parse("component:default/ledger");
    private static final Query QUERY = Query.of(Filter.NONE, 10);

    private record Visitor(String permission) implements Caller {

        @Override
        public String getName() {
            return "user:default/visitor";
        }

        @Override
        public String displayName() {
            return "Visitor";
        }

        @Override
        public boolean may(Permission asked) {
            return asked.name().equals(permission);
        }
    }

    private static Stream<Executable> reads(Catalog catalog, Caller caller) {
        return Stream.of(
                () -> assertEquals(Optional.empty(), catalog.find(caller, REF)),
                () -> assertEquals(Optional.empty(), catalog.findByUid(caller, "uid")),
                () -> assertEquals(0, catalog.query(caller, QUERY).total()),
                () -> assertEquals(
                        List.of(),
                        catalog.facets(caller, Filter.NONE, List.of("kind"))
                                .get(0)
                                .values()),
                () -> assertEquals(List.of(), catalog.problems(caller, REF)),
                () -> assertEquals(List.of(), catalog.problems(caller, 10)));
    }

    @Test
    void onlyThoseReadWhoMay(@TempDir Path folder) throws Throwable {
        try (Database database = new Database(folder.resolve("database"));
                SearchIndex index = SearchIndex.open(
                        folder.resolve("index"), new JdbcCatalogStore(database, new JsonCodec()).changes())) {
            Catalog catalog =
                    new AuthorizedCatalog(new DefaultCatalog(index, new JdbcCatalogStore(database, new JsonCodec())));
            for (Executable read :
                    reads(catalog, new Visitor(Permission.CATALOG_READ)).toList()) {
                read.execute();
            }
            for (Executable read :
                    reads(catalog, new Visitor(Permission.PORTAL_USE)).toList()) {
                PortalException refused = assertThrows(PortalException.class, read);
                assertEquals(ProblemKind.NOT_ALLOWED, refused.kind());
            }
        }
    }
}
