package org.callboard.core.web;

/** Asks for pages. Thread-safe. */
interface Fetcher extends AutoCloseable {

    /**
     * {@return what came of asking for a page}; it blocks for as long as a fetch may take
     *
     * @param known what the server said about the copy that is there; where the page is still that, it need not come again
     */
    Outcome fetch(WebUrl page, Validators known);

    /** Breaks off what is under way. */
    @Override
    void close();
}
