package org.callboard.core.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.callboard.core.db.Database;
import org.callboard.core.read.Pages;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.read.UnreadableException;

/** The web as the catalog reads it: what is allowed, by way of copies. */
public final class WebPages implements Pages, ResourceReader, AutoCloseable {

    private final ReadingRules rules;
    private final WebCopies copies;

    /**
     * Takes up the copies that are in the database.
     *
     * @param interval how often a page is asked for
     * @param changed is run whenever reading some page comes to something else than before
     */
    public WebPages(Database database, ReadingRules rules, Duration interval, Clock clock, Runnable changed) {
        this.rules = rules;
        this.copies = new WebCopies(database, rules, interval, clock, changed);
    }

    @Override
    public Resource resolve(Resource base, String name) throws UnreadableException {
        WebUrl url = WebUrl.parse(name);
        rules.require(url);
        return new Resource(Resource.URL, url.toString());
    }

    @Override
    public void requireAllowed(String url) throws UnreadableException {
        rules.require(WebUrl.parse(url));
    }

    @Override
    public byte[] read(Resource resource) throws UnreadableException {
        return copies.read(resource.target());
    }

    @Override
    public String fingerprint(Resource resource) {
        return copies.fingerprint(resource.target());
    }

    @Override
    public CompletableFuture<Void> refresh(String url) {
        return copies.refresh(url);
    }

    @Override
    public Optional<Visit> visit(String url) {
        Status status = copies.status(url);
        String failure = status.problem() == null ? null : status.problem().reason();
        return Optional.of(new Visit(status.lookedAt(), status.nextDue(), failure));
    }

    /** Has the pages of a repository be asked for now. {@return how many these are} */
    public int pushed(RepositoryAddress repository) {
        return copies.pushed(repository);
    }

    /** {@return how many pages are fetched at once} */
    public static int most() {
        return FetchThreads.MOST;
    }

    /** {@return how things stand with all of them} */
    public PagesState state() {
        return copies.state();
    }

    @Override
    public void keepOnly(Set<String> urls) {
        copies.keepOnly(urls);
    }

    @Override
    public void close() {
        copies.close();
    }
}
