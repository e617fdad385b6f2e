package org.callboard.core.query;

import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.callboard.api.model.Json;
import org.callboard.core.query.SearchRows.Row;

/** The fields of the index: a handful, whatever paths entities have. */
final class Fields {

    /** Goes up with every change of what is written here: an index of another form is built again. */
    static final String FORM = "1";

    /** The canonical reference. */
    static final String REF = "ref";

    /** The uid, which also is a row. */
    static final String UID = "metadata.uid";

    /** Lower case: {@code path}, and {@code path}, the separator and the value. */
    static final String ROW = "row";

    /** Lower-case path, the separator and the value in its original case. */
    static final String ORIGINAL = "original";

    /** The served document. */
    static final String DOCUMENT = "document";

    /** The lowest of all characters, so that the values of one path stand together in the order of terms. */
    static final char SEPARATOR = '\0';

    private Fields() {}

    /** {@return the entity as the index holds it} */
    static Document document(String ref, Json.Obj entity, byte[] bytes) {
        Document document = new Document();
        document.add(new StringField(REF, ref, Field.Store.NO));
        document.add(new BinaryDocValuesField(REF, new BytesRef(ref)));
        document.add(new BinaryDocValuesField(DOCUMENT, new BytesRef(bytes)));
        Set<String> terms = new HashSet<>();
        Set<String> originals = new HashSet<>();
        for (Row row : SearchRows.of(entity)) {
            terms.add(row.path());
            String value = row.value();
            if (value != null) {
                terms.add(row(row.path(), SearchRows.fold(value)));
                originals.add(row(row.path(), value));
            }
        }
        terms.forEach(term -> document.add(new StringField(ROW, term, Field.Store.NO)));
        originals.forEach(term -> document.add(new StringField(ORIGINAL, term, Field.Store.NO)));
        return document;
    }

    /** {@return the term for a value, both being lower case already} */
    static String row(String path, String value) {
        return path + SEPARATOR + value;
    }
}
