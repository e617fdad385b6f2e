package org.callboard.core.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;

/**
 * The record of what was read. Written by one pass at a time; each method is one or more transactions, and a pass that was
 * cut off between any two of them is made good by the next.
 */
public interface CatalogStore {

    /** {@return all files that were read and not forgotten since, by reference} */
    Map<String, StoredSource> sources();

    /**
     * Records, in one transaction, what some files came to. An entity belongs to the file that declared it first, for as
     * long as that one does; others that declare it get a problem. An entity that its file lacks, where the file was read
     * to the end, belongs to nobody until another file takes it or {@link #sweep} removes it.
     */
    void apply(List<SourceVersion> versions);

    /** Forgets the files that are not among these; what they declared belongs to nobody. */
    void keepOnly(Set<String> references);

    /**
     * Removes the entities that belong to nobody, except those that are kept: these are marked as orphans.
     *
     * @param kept says by an entity's origin, as {@code type:target}, whether it is kept
     * @return how many were removed
     */
    int sweep(Predicate<String> kept);

    /** Removes an entity, until its source is read again. */
    void delete(String uid);

    /** Has some sources read again, by reference. */
    void reopen(Collection<String> references);

    /** {@return the source that declares an entity, if one does} */
    Optional<StoredSource> source(EntityRef ref);

    /** {@return when an entity last changed, if it is there} */
    Optional<Instant> changed(EntityRef ref);

    /** {@return when some entities last changed, of those that are there} */
    Map<EntityRef, Instant> changed(Collection<EntityRef> refs);

    /** Puts together the served form of every entity with a new document or new relations. {@return how many changed} */
    int stitchPending();

    /** {@return the problems of an entity, worst first} */
    List<Problem> problems(EntityRef ref);

    /** {@return the problems of some entities, by canonical reference, worst first} */
    List<Problem> problemsOf(Collection<String> refs);

    /** {@return all problems, sorted by place, the first {@code limit} of them} */
    List<Problem> problems(int limit);

    /** {@return the problems of those entities that a test lets through by their reference, sorted and limited likewise} */
    List<Problem> problems(int limit, Predicate<String> refs);
}
