package org.callboard.core.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.callboard.api.extension.Extensions;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.search.Search;
import org.callboard.api.search.SearchDocuments;
import org.callboard.api.search.SearchHit;
import org.callboard.api.search.SearchQuery;
import org.callboard.api.security.Caller;

/** The search over plugins' texts: what plugins that serve have, for those who may read what it is about. */
public final class TextSearch implements Search, AutoCloseable {

    private final DocumentIndex index;
    private final SearchLoop loop;
    private final Extensions serving;
    private final Function<Caller, Predicate<String>> sight;

    private TextSearch(Path folder, Extensions serving, Function<Caller, Predicate<String>> sight) {
        this.index = new DocumentIndex(folder);
        this.loop = new SearchLoop(index, serving, System::nanoTime);
        this.serving = serving;
        this.sight = sight;
    }

    /**
     * Opens the index in this folder; what was in it is found, as far as plugins serve, and nothing is read yet.
     *
     * @param serving the extensions of plugins that serve
     * @param sight tells which entities a caller may read, by their references; refuses who may read none
     */
    public static TextSearch open(Path folder, Extensions serving, Function<Caller, Predicate<String>> sight) {
        return new TextSearch(folder, serving, sight);
    }

    /** Begins to read. */
    public void start() {
        loop.start();
    }

    /** Has it look whether something changed. */
    public void wake() {
        loop.wake();
    }

    @Override
    public List<SearchHit> search(Caller caller, SearchQuery query) {
        Predicate<String> shows = sight.apply(caller);
        if (query.limit() < 0 || query.limit() > SearchQuery.MAX_LIMIT) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The limit is " + query.limit() + ".",
                    "Ask for 0 to " + SearchQuery.MAX_LIMIT + " documents.");
        }
        Set<String> origins = serving.of(SearchDocuments.class).stream()
                .map(one -> CollectionKey.origin(one.plugin(), one.id()))
                .collect(Collectors.toSet());
        return index.search(new Wanted(TypedWords.of(query.words()), query.about(), origins, query.limit()), shows);
    }

    @Override
    public void close() {
        loop.close();
        index.close();
    }
}
