package org.callboard.core.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, and where.
 *
 * @param origins whose documents may be found: those of plugins that serve
 */
record Wanted(TypedWords words, @Nullable EntityRef about, Set<String> origins, int limit) {

    /** {@return the same, where words may be mistyped} */
    Wanted tolerant() {
        return new Wanted(words.tolerant(), about, origins, limit);
    }

    Query query() {
        List<BytesRef> terms = origins.stream().map(BytesRef::new).toList();
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(words.query(), Occur.MUST)
                .add(new TermInSetQuery(Fields.ORIGIN, terms), Occur.FILTER);
        if (about != null) {
            query.add(new TermQuery(new Term(Fields.ABOUT, about.toString())), Occur.FILTER);
        }
        return query.build();
    }
}
