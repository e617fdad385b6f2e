package org.callboard.api.search;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.security.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Texts of a plugin's that people find by the portal's search. The portal asks for them, on threads of its own: soon after
 * the plugin began to serve or the catalog changed, and now and then. What it has read is found for as long as the plugin serves.
 */
@ConsumerType
@ExtensionPoint("search.documents")
public interface SearchDocuments extends Extension {

    /** The most collections that are asked for; the rest is passed over, and the plugin's log says so. */
    int MOST_COLLECTIONS = 10_000;

    /** The most documents of a collection that are read. */
    int MOST_DOCUMENTS = 50_000;

    /** The most characters of a document's text that are read. */
    int LONGEST_TEXT = 50_000;

    /** The most characters of a collection's texts that are read. */
    int MOST_TEXT = 20_000_000;

    /**
     * {@return what there is to be found} A collection that is missing is not found any more. Asked often, and so without
     * reading what it says; has 30 s. Where it fails, all stays as it was.
     *
     * @param caller the plugin itself, {@code plugin:<id>}, who may read the whole catalog
     */
    List<SearchCollection> collections(Caller caller);

    /**
     * {@return the documents of a collection} Asked where its fingerprint is another than before, or the plugin's revision is.
     * They are taken one by one, so that they need not be there at once; has 2 minutes. Where it fails, what was read last
     * is found still, and it is asked again.
     *
     * @param caller as above
     */
    Stream<SearchDocument> read(SearchCollection collection, Caller caller);
}
