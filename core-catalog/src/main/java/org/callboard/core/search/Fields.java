package org.callboard.core.search;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.callboard.api.search.SearchDocument;

/** The fields of the index: of the documents, and of a head for each collection. */
final class Fields {

    /** Goes up with every change of what is written here: an index of another form is thrown away. */
    static final String FORM = "1";

    /** Of a head alone. */
    static final String HEAD = "head";

    static final String COLLECTION = "collection";
    static final String ORIGIN = "origin";
    static final String FINGERPRINT = "fingerprint";

    /** The title of the page, to be shown. */
    static final String PAGE = "page";

    /** Words of the title of a page as a whole. */
    static final String TITLE = "title";

    /** Words of the title of the page that a part is of. */
    static final String WITHIN = "within";

    static final String HEADING = "heading";
    static final String TEXT = "text";
    static final String ADDRESS = "address";
    static final String ABOUT = "about";

    /** How long title and heading are: of two that are as good the shorter one is meant. */
    static final String LENGTH = "length";

    private Fields() {}

    /** {@return what says that a collection is here, in which state} */
    static Document head(CollectionKey key, String fingerprint) {
        Document head = new Document();
        head.add(new StringField(HEAD, HEAD, Field.Store.NO));
        head.add(new StringField(COLLECTION, key.text(), Field.Store.YES));
        head.add(new StoredField(FINGERPRINT, fingerprint));
        return head;
    }

    /** {@return a document as the index holds it} */
    static Document document(CollectionKey key, String about, SearchDocument of) {
        Document document = new Document();
        List<IndexableField> fields = List.of(
                new StringField(COLLECTION, key.text(), Field.Store.NO),
                new StringField(ORIGIN, key.origin(), Field.Store.YES),
                new StringField(ABOUT, about, Field.Store.YES),
                new SortedDocValuesField(ABOUT, new BytesRef(about)),
                new NumericDocValuesField(
                        LENGTH, of.title().length() + of.heading().length()),
                new TextField(of.heading().isEmpty() ? TITLE : WITHIN, new WordStream(of.title())),
                new TextField(HEADING, new WordStream(of.heading())),
                new TextField(TEXT, new WordStream(of.text())),
                new StoredField(PAGE, of.title()),
                new StoredField(HEADING, of.heading()),
                new StoredField(TEXT, of.text()),
                new StoredField(ADDRESS, of.address()));
        fields.forEach(document::add);
        return document;
    }
}
