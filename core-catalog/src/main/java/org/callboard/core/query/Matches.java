package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.callboard.api.catalog.Filter;

/** Finds the entities of one generation that a filter lets through. */
final class Matches {

    private final IndexReader reader;
    private final SegmentCache segments;
    private final FixedBitSet alive;

    Matches(IndexReader reader, SegmentCache segments, Bits alive) {
        this.reader = reader;
        this.segments = segments;
        this.alive = new FixedBitSet(reader.maxDoc());
        for (int doc = 0; doc < alive.length(); doc++) {
            if (alive.get(doc)) {
                this.alive.set(doc);
            }
        }
    }

    /** {@return the entities, as a set of the caller's own} */
    FixedBitSet of(Filter filter) {
        FixedBitSet found = find(filter);
        found.and(alive);
        return found;
    }

    private FixedBitSet find(Filter filter) {
        if (filter instanceof Filter.All all) {
            FixedBitSet found = alive.clone();
            all.conditions().forEach(condition -> found.and(find(condition)));
            return found;
        } else if (filter instanceof Filter.Any any) {
            FixedBitSet found = none();
            any.conditions().forEach(condition -> found.or(find(condition)));
            return found;
        } else if (filter instanceof Filter.Not not) {
            FixedBitSet found = alive.clone();
            found.andNot(find(not.condition()));
            return found;
        }
        return findValue(filter);
    }

    private FixedBitSet findValue(Filter filter) {
        if (filter instanceof Filter.Exists exists) {
            FixedBitSet found = none();
            if (exists.path().indexOf(Fields.SEPARATOR) < 0) {
                addTerm(Fields.FOLDED, SearchRows.fold(exists.path()), found);
            }
            return found;
        } else if (filter instanceof Filter.Equal equal) {
            return equal(equal);
        } else if (filter instanceof Filter.Prefix prefix) {
            return startingWith(prefix);
        } else if (filter instanceof Filter.Contains contains) {
            return containing(contains.paths(), SearchRows.fold(contains.text().strip()));
        }
        throw new IllegalStateException("There is no way to find " + filter);
    }

    private FixedBitSet none() {
        return new FixedBitSet(reader.maxDoc());
    }

    private FixedBitSet equal(Filter.Equal equal) {
        FixedBitSet found = none();
        for (String value : equal.values()) {
            String row = Fields.row(SearchRows.fold(equal.path()), SearchRows.fold(value));
            addTerm(Fields.VALUE, row, found);
            addTerm(Fields.FOLDED, row, found);
        }
        return found;
    }

    private void addTerm(String field, String text, FixedBitSet into) {
        Term term = new Term(field, text);
        for (LeafReaderContext segment : reader.leaves()) {
            try {
                PostingsEnum postings = segment.reader().postings(term, PostingsEnum.NONE);
                if (postings != null) {
                    for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                        into.set(segment.docBase + doc);
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private FixedBitSet startingWith(Filter.Prefix prefix) {
        FixedBitSet found = none();
        String start = SearchRows.fold(prefix.prefix());
        for (LeafReaderContext segment : reader.leaves()) {
            Column column = segments.folded(segment, SearchRows.fold(prefix.path()));
            for (int index = 0; index < column.size(); index++) {
                if (column.value(index).startsWith(start)) {
                    column.forEachDocument(index, doc -> found.set(segment.docBase + doc));
                }
            }
        }
        return found;
    }

    private FixedBitSet containing(List<String> paths, String text) {
        FixedBitSet found = none();
        if (text.indexOf(Fields.SEPARATOR) >= 0) {
            return found;
        }
        for (String path : paths) {
            for (LeafReaderContext segment : reader.leaves()) {
                segments.folded(segment, SearchRows.fold(path))
                        .forEachContaining(text, doc -> found.set(segment.docBase + doc));
            }
        }
        return found;
    }
}
