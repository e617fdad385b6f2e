package org.callboard.core.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The values of one path in one segment and the documents that have each: copied out of the term dictionary, where
 * to find them costs more than to read them. Immutable.
 */
final class Column {

    private final String text;
    private final int[] starts;
    private final int[] firsts;
    private final int[] documents;

    private Column(String text, int[] starts, int[] firsts, int[] documents) {
        this.text = text;
        this.starts = starts;
        this.firsts = firsts;
        this.documents = documents;
    }

    /** {@return the column of a path}, each value in a form; where two come to the same, both are there */
    static Column load(LeafReader segment, String path, UnaryOperator<String> form) throws IOException {
        StringBuilder text = new StringBuilder();
        Ints starts = new Ints();
        Ints firsts = new Ints();
        Ints documents = new Ints();
        Terms terms = segment.terms(Fields.VALUE);
        if (terms != null) {
            BytesRef prefix = new BytesRef(path + Fields.SEPARATOR);
            TermsEnum each = terms.iterator();
            PostingsEnum postings = null;
            boolean more = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
            while (more && StringHelper.startsWith(each.term(), prefix)) {
                starts.add(text.length());
                firsts.add(documents.size());
                BytesRef term = each.term();
                text.append(form.apply(value(term, prefix.length))).append(Fields.SEPARATOR);
                postings = each.postings(postings, PostingsEnum.NONE);
                addAll(postings, documents);
                more = each.next() != null;
            }
        }
        starts.add(text.length());
        firsts.add(documents.size());
        return new Column(text.toString(), starts.toArray(), firsts.toArray(), documents.toArray());
    }

    private static String value(BytesRef term, int from) {
        return new BytesRef(term.bytes, term.offset + from, term.length - from).utf8ToString();
    }

    private static void addAll(PostingsEnum postings, Ints into) throws IOException {
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            into.add(doc);
        }
    }

    /** {@return how many values there are} */
    int size() {
        return starts.length - 1;
    }

    /** {@return a value} */
    String value(int index) {
        return text.substring(starts[index], starts[index + 1] - 1);
    }

    /** Hands over the documents that have a value. */
    void forEachDocument(int index, IntConsumer consumer) {
        for (int i = firsts[index]; i < firsts[index + 1]; i++) {
            consumer.accept(documents[i]);
        }
    }

    /** Hands over the documents that have a value with this text in it; some of them twice. */
    void forEachContaining(String part, IntConsumer consumer) {
        int at = text.indexOf(part);
        while (at >= 0 && at < text.length()) {
            int index = valueAt(at);
            if (at + part.length() < starts[index + 1]) {
                forEachDocument(index, consumer);
            }
            at = text.indexOf(part, starts[index + 1]);
        }
    }

    private int valueAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** {@return about how many bytes it takes} */
    long weight() {
        return 2L * text.length() + 4L * (starts.length + firsts.length + documents.length) + 100;
    }
}
