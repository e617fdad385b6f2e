package org.callboard.core.query;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void keepsWhatWasReadOfASegmentForAsLongAsTheSegmentIsThere() throws IOException {
        Columns columns = new Columns();
        try (ByteBuffersDirectory files = new ByteBuffersDirectory()) {
            write(files);
            DirectoryReader reader = DirectoryReader.open(files);
            LeafReaderContext segment = reader.leaves().get(0);
            assertSame(columns.written(segment, "kind"), columns.written(segment, "kind"));
            assertSame(columns.folded(segment, "kind"), columns.folded(segment, "kind"));
            assertSame(columns.refs(segment), columns.refs(segment));

            reader.close();

            // what is not kept is read, which can't be any more
            assertThrows(AlreadyClosedException.class, () -> columns.written(segment, "kind"));
            assertThrows(AlreadyClosedException.class, () -> columns.folded(segment, "kind"));
            assertThrows(AlreadyClosedException.class, () -> columns.refs(segment));
        }
    }

    private static void write(ByteBuffersDirectory files) throws IOException {
        try (IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            Document document = new Document();
            document.add(new BinaryDocValuesField(Fields.REF, new BytesRef("component:default/cart")));
            document.add(new StringField(Fields.VALUE, Fields.row("kind", "Component"), Field.Store.NO));
            writer.addDocument(document);
        }
    }
}
