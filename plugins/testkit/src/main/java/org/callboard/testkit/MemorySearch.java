package org.callboard.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.callboard.api.search.Search;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.callboard.api.search.SearchHit;
import org.callboard.api.search.SearchHit.Excerpt;
import org.callboard.api.search.SearchHit.Mark;
import org.callboard.api.search.SearchQuery;
import org.callboard.api.security.Caller;

/** Finds what has all of some words, or words that begin so, in documents as they are now. Everybody may read everything. */
public final class MemorySearch implements Search {

    private static final int EXCERPT = 200;
    private static final int TITLE = 3;
    private static final int HEADING = 2;
    private static final String NO_WORD = "[^\\p{L}\\p{N}]+";

    private final Map<String, SearchDocuments> documents = new TreeMap<>();

    /** Adds the documents of a plugin. */
    public MemorySearch offer(String plugin, SearchDocuments extension) {
        documents.put(plugin, extension);
        return this;
    }

    private record Scored(int score, SearchHit hit) {}

    @Override
    public List<SearchHit> search(Caller caller, SearchQuery query) {
        List<String> words = words(query.words());
        List<Scored> found = new ArrayList<>();
        documents.forEach((plugin, extension) -> {
            for (SearchCollection collection : extension.collections(caller)) {
                if (query.about() == null || query.about().equals(collection.about())) {
                    try (Stream<SearchDocument> read = extension.read(collection, caller)) {
                        read.forEach(document -> found.add(scored(words, plugin, collection, document)));
                    }
                }
            }
        });
        return found.stream()
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .map(Scored::hit)
                .limit(query.limit())
                .toList();
    }

    private static Scored scored(
            List<String> words, String plugin, SearchCollection collection, SearchDocument document) {
        int sum = 0;
        for (String word : words) {
            int score = has(document.title(), word)
                    ? TITLE
                    : has(document.heading(), word) ? HEADING : has(document.text(), word) ? 1 : 0;
            sum = score == 0 ? Integer.MIN_VALUE / 2 : sum + score;
        }
        String shown =
                document.text().substring(0, Math.min(EXCERPT, document.text().length()));
        SearchHit hit = new SearchHit(
                plugin,
                collection.about(),
                document.title(),
                document.heading(),
                new Excerpt(shown, marks(shown, words)),
                document.address());
        return new Scored(sum, hit);
    }

    private static boolean has(String text, String word) {
        return words(text).stream().anyMatch(one -> one.startsWith(word));
    }

    private static List<Mark> marks(String text, List<String> words) {
        String small = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(small::contains)
                .map(word -> new Mark(small.indexOf(word), small.indexOf(word) + word.length()))
                .sorted(Comparator.comparingInt(Mark::start))
                .toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(NO_WORD))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
