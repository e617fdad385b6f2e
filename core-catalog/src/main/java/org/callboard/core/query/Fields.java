package org.callboard.core.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.callboard.api.model.Json;
import org.callboard.core.query.SearchRows.Row;

/** The fields of the index: a handful, whatever paths entities have. */
final class Fields {

    /** Goes up with every change of what is written here: an index of another form is built again. */
    static final String FORM = "3";

    /** The canonical reference. */
    static final String REF = "ref";

    /** The uid, which also is a row. */
    static final String UID = "metadata.uid";

    /** Lower-case path, the separator and the value as it is written. */
    static final String VALUE = "value";

    /** Lower case: {@code path}, and, only where the value is written otherwise, {@code path}, the separator and the value. */
    static final String FOLDED = "folded";

    /** Name and title, each as a whole: see {@link NameWords}. */
    static final String NAMED = "named";

    /** The words of name and title. */
    static final String WORD = "word";

    /** How long the name is. */
    static final String LENGTH = "length";

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
        Set<String> values = new HashSet<>();
        Set<String> folded = new HashSet<>();
        for (Row row : SearchRows.of(entity)) {
            folded.add(row.path());
            String value = row.value();
            if (value != null) {
                values.add(row(row.path(), value));
                String lower = SearchRows.fold(value);
                if (!lower.equals(value)) {
                    folded.add(row(row.path(), lower));
                }
            }
        }
        addNames(entity, document);
        values.forEach(term -> document.add(new StringField(VALUE, term, Field.Store.NO)));
        folded.forEach(term -> document.add(new StringField(FOLDED, term, Field.Store.NO)));
        return document;
    }

    private static void addNames(Json.Obj entity, Document document) {
        List<String> names = NameWords.names(entity);
        Set<String> wholes = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (String name : names) {
            wholes.add(NameWords.whole(name));
            words.addAll(NameWords.apart(name));
        }
        words.addAll(wholes);
        wholes.forEach(term -> document.add(new StringField(NAMED, term, Field.Store.NO)));
        words.forEach(term -> document.add(new StringField(WORD, term, Field.Store.NO)));
        document.add(new NumericDocValuesField(LENGTH, names.get(0).length()));
    }

    /** {@return the term for a value, the path being lower case already} */
    static String row(String path, String value) {
        return path + SEPARATOR + value;
    }
}
