package org.callboard.core.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.callboard.api.model.EntityRef;
import org.callboard.api.search.SearchHit;

/** Finds documents for somebody; what they may not read is passed over before anything is counted. */
final class DocumentSearch {

    /** Of one page no more parts are shown, where there are others. */
    private static final int MOST_OF_A_PAGE = 3;

    private static final int SPARE = 4;
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble((Hit hit) -> -hit.score)
            .thenComparingLong(Hit::length)
            .thenComparingInt(Hit::document);

    private final IndexSearcher searcher;
    private final Wanted wanted;
    private final Predicate<String> shows;
    private final Map<String, Boolean> known = new HashMap<>();
    private final PriorityQueue<Hit> best = new PriorityQueue<>(BEST_FIRST.reversed());

    DocumentSearch(IndexSearcher searcher, Wanted wanted, Predicate<String> shows) {
        this.searcher = searcher;
        this.wanted = wanted;
        this.shows = shows;
        searcher.setQueryCache(null);
        searcher.setSimilarity(TextWeight.SIMILARITY);
    }

    private record Hit(float score, long length, int document) {}

    List<SearchHit> find() throws IOException {
        if (wanted.words().isEmpty() || wanted.limit() == 0 || wanted.origins().isEmpty()) {
            return List.of();
        }
        Weight weight = searcher.createWeight(searcher.rewrite(wanted.query()), ScoreMode.COMPLETE, 1);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            collect(segment, weight);
        }
        return shown(best.stream().sorted(BEST_FIRST).toList());
    }

    private void collect(LeafReaderContext segment, Weight weight) throws IOException {
        Scorer scorer = weight.scorer(segment);
        SortedDocValues abouts = segment.reader().getSortedDocValues(Fields.ABOUT);
        NumericDocValues lengths = segment.reader().getNumericDocValues(Fields.LENGTH);
        if (scorer == null || abouts == null || lengths == null) {
            return;
        }
        DocIdSetIterator documents = scorer.iterator();
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (abouts.advanceExact(doc)
                    && lengths.advanceExact(doc)
                    && isShown(abouts.lookupOrd(abouts.ordValue()).utf8ToString())) {
                best.add(new Hit(scorer.score(), lengths.longValue(), segment.docBase + doc));
                if (best.size() > SPARE * wanted.limit()) {
                    best.remove();
                }
            }
        }
    }

    private boolean isShown(String about) {
        return about.isEmpty() || known.computeIfAbsent(about, shows::test);
    }

    private List<SearchHit> shown(List<Hit> hits) throws IOException {
        Excerpts excerpts = new Excerpts(wanted.words());
        Map<String, Integer> ofPages = new HashMap<>();
        List<SearchHit> shown = new ArrayList<>();
        for (Hit hit : hits) {
            Document document = searcher.storedFields().document(hit.document());
            String page = document.get(Fields.ADDRESS).replaceFirst("#.*$", "");
            if (shown.size() < wanted.limit() && ofPages.merge(page, 1, Integer::sum) <= MOST_OF_A_PAGE) {
                shown.add(hit(document, excerpts));
            }
        }
        return shown;
    }

    private static SearchHit hit(Document document, Excerpts excerpts) {
        String about = document.get(Fields.ABOUT);
        return new SearchHit(
                CollectionKey.plugin(document.get(Fields.ORIGIN)),
                about.isEmpty() ? null : EntityRef.parse(about),
                document.get(Fields.PAGE),
                document.get(Fields.HEADING),
                excerpts.of(document.get(Fields.TEXT)),
                document.get(Fields.ADDRESS));
    }
}
