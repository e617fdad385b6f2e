package org.callboard.core.web;

import org.callboard.core.web.Outcome.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a failure of the portal itself one more reason why a page did not come: the next attempt is due as after others. */
record ContainedFetcher(Fetcher fetcher) implements Fetcher {

    private static final Logger LOG = LoggerFactory.getLogger(ContainedFetcher.class);

    @Override
    public Outcome fetch(WebUrl page, Validators known) {
        try {
            return fetcher.fetch(page, known);
        } catch (RuntimeException | LinkageError failure) {
            return failed(page, failure);
        }
    }

    static Failed failed(WebUrl page, Throwable failure) {
        LOG.error("Fetching {} failed", page, failure);
        String reason = "The portal failed to fetch or to keep '" + page + "'.";
        return new Failed(
                FetchProblems.of(page, "url-failed", reason, "The portal's log has the cause.")
                        .problem(),
                null);
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
