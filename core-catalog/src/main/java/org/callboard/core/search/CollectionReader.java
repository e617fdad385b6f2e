package org.callboard.core.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.model.EntityRef;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.callboard.core.session.PluginCaller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an extension for its documents; takes no more than it may give, and tells the plugin's log what it did not take. */
final class CollectionReader {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionReader.class);
    private static final Duration TO_LIST = Duration.ofSeconds(30);
    private static final Duration TO_READ = Duration.ofMinutes(2);
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_LINE = 500;

    private final ExtensionHandle<SearchDocuments> documents;
    private final PluginCaller caller;

    CollectionReader(ExtensionHandle<SearchDocuments> documents) {
        this.documents = documents;
        this.caller = new PluginCaller(documents.plugin());
    }

    /** {@return the collections by their ids} */
    Map<String, SearchCollection> collections() {
        List<SearchCollection> all = documents.patient(TO_LIST).call(target -> List.copyOf(target.collections(caller)));
        Map<String, SearchCollection> taken = new LinkedHashMap<>();
        for (SearchCollection collection : all) {
            if (!isFit(collection)) {
                tell("the collection '" + shortened(collection.id(), LONGEST_NAME)
                        + "' is passed over: its id, fingerprint or entity is longer than " + LONGEST_NAME
                        + " characters");
            } else if (taken.size() >= SearchDocuments.MOST_COLLECTIONS) {
                tell("of " + all.size() + " collections the first " + SearchDocuments.MOST_COLLECTIONS + " are taken");
                return taken;
            } else if (taken.putIfAbsent(collection.id(), collection) != null) {
                tell("the collection '" + collection.id() + "' is there twice, and the first is taken");
            }
        }
        return taken;
    }

    private static boolean isFit(SearchCollection collection) {
        EntityRef about = collection.about();
        return collection.id().length() <= LONGEST_NAME
                && collection.fingerprint().length() <= LONGEST_NAME
                && (about == null || about.toString().length() <= LONGEST_NAME);
    }

    /** What a collection holds, as far as it was taken. */
    private record Taken(List<SearchDocument> documents, boolean isAll) {}

    List<SearchDocument> read(SearchCollection collection) {
        Taken taken = documents.patient(TO_READ).call(target -> take(target.read(collection, caller)));
        if (!taken.isAll()) {
            tell("the collection '" + collection.id() + "' has more than "
                    + SearchDocuments.MOST_DOCUMENTS + " documents or " + SearchDocuments.MOST_TEXT
                    + " characters, and the rest of it is not found");
        }
        return taken.documents();
    }

    /** On a thread of the plugin's: each document may be made only now. */
    private static Taken take(Stream<SearchDocument> given) {
        List<SearchDocument> documents = new ArrayList<>();
        long size = 0;
        try (given) {
            Iterator<SearchDocument> next = given.iterator();
            while (next.hasNext()) {
                SearchDocument document = shortened(next.next());
                size += document.text().length();
                if (documents.size() >= SearchDocuments.MOST_DOCUMENTS || size > SearchDocuments.MOST_TEXT) {
                    return new Taken(documents, false);
                }
                documents.add(document);
            }
        }
        return new Taken(documents, true);
    }

    private static SearchDocument shortened(SearchDocument document) {
        if (document.address().length() > LONGEST_LINE * 2) {
            throw new IllegalArgumentException("The address of a document is longer than " + LONGEST_LINE * 2
                    + " characters: " + shortened(document.address(), LONGEST_LINE));
        }
        return new SearchDocument(
                shortened(document.title(), LONGEST_LINE),
                shortened(document.heading(), LONGEST_LINE),
                shortened(document.text(), SearchDocuments.LONGEST_TEXT),
                document.address());
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private void tell(String what) {
        LOG.atWarn()
                .addKeyValue("plugin", documents.plugin())
                .log("Search documents '{}' of plugin '{}': {}.", documents.id(), documents.plugin(), what);
    }
}
