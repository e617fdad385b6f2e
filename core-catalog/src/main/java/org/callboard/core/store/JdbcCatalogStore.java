package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.core.db.Database;
import org.callboard.core.db.SqlWork;
import org.callboard.core.entity.JsonCodec;

/** The record of what was read, in the tables of a database. */
public final class JdbcCatalogStore implements CatalogStore {

    private final Database database;
    private final SourceRows sources;
    private final EntityRows entities;
    private final PendingRows pending;
    private final ServedEntities served;
    private final RecentChanges recent;
    private final Stitching stitching;

    /** Writes to this database. */
    public JdbcCatalogStore(Database database, JsonCodec codec) {
        this(database, codec, () -> {});
    }

    /**
     * Writes to this database.
     *
     * @param told is run, by the thread that writes, whenever there are some more changes to be read
     */
    public JdbcCatalogStore(Database database, JsonCodec codec, Runnable told) {
        this.database = database;
        this.sources = new SourceRows(codec);
        this.pending = new PendingRows(codec);
        this.entities = new EntityRows(codec, pending);
        this.served = new ServedEntities(codec);
        this.recent = new RecentChanges(told);
        this.stitching = new Stitching(database, pending, served, recent);
        database.alone(Numbers::prepare);
    }

    /** {@return what this store holds and how it changes} */
    public ChangeFeed changes() {
        return new JdbcChangeFeed(database, served, recent);
    }

    /** {@return how many problems there are of each level that has some} */
    public Map<Level, Integer> problemCounts() {
        return database.read(ProblemRows::counts);
    }

    @Override
    public Map<String, StoredSource> sources() {
        return database.read(sources::all);
    }

    @Override
    public void apply(List<SourceVersion> versions) {
        write(connection -> {
            Ownership ownership = Ownership.load(connection, versions);
            versions.forEach(ownership::decide);
            sources.write(connection, versions, ownership);
            entities.write(connection, ownership);
            ProblemRows.Touched problems = ProblemRows.replace(connection, ownership.problems());
            ContenderRows.replace(connection, ownership);
            ContenderRows.reopen(connection, ownership.released());
            return tell(connection, problems);
        });
    }

    @Override
    public void keepOnly(Set<String> references) {
        write(connection -> {
            List<String> gone = sources.idsExcept(connection, references);
            if (gone.isEmpty()) {
                return 0L;
            }
            ContenderRows.reopenAfter(connection, gone);
            EntityRows.release(connection, gone);
            ProblemRows.Touched problems = ProblemRows.delete(connection, gone);
            SourceRows.delete(connection, gone);
            return tell(connection, problems);
        });
    }

    /** One process writes at a time; what was told before is not how things are from here on. */
    private <T> T write(SqlWork<T> work) {
        recent.forget();
        return database.inTransaction(connection -> {
            Numbers.lock(connection);
            return work.run(connection);
        });
    }

    /** Has the entities stitched that have other problems now. */
    private long tell(Connection connection, ProblemRows.Touched problems) throws SQLException {
        pending.add(connection, problems.refs());
        return problems.any() ? Numbers.take(connection, 1) : 0;
    }

    @Override
    public int sweep(Predicate<String> kept) {
        return write(connection -> entities.sweep(connection, kept));
    }

    @Override
    public void delete(String uid) {
        write(connection -> entities.delete(connection, uid));
    }

    @Override
    public void reopen(Collection<String> references) {
        database.inTransaction(connection -> SourceRows.reopen(connection, references));
    }

    @Override
    public Optional<StoredSource> source(EntityRef ref) {
        return database.read(connection -> sources.of(connection, ref.toString()));
    }

    @Override
    public Optional<Instant> changed(EntityRef ref) {
        return Optional.ofNullable(changed(List.of(ref)).get(ref));
    }

    @Override
    public Map<EntityRef, Instant> changed(Collection<EntityRef> refs) {
        return database.read(connection -> EntityRows.changed(connection, refs));
    }

    @Override
    public int stitchPending() {
        return stitching.run();
    }

    @Override
    public List<Problem> problems(EntityRef ref) {
        return database.read(connection -> ProblemRows.ofKept(connection, ref.toString()));
    }

    @Override
    public List<Problem> problemsOf(Collection<String> refs) {
        return database.read(connection -> ProblemRows.of(connection, refs));
    }

    @Override
    public List<Problem> problems(int limit) {
        return database.read(connection -> ProblemRows.first(connection, limit));
    }

    @Override
    public List<Problem> problems(int limit, Predicate<String> refs) {
        return database.read(connection -> ProblemRows.first(connection, limit, refs));
    }
}
