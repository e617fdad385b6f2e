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

class SegmentCacheTest {

    @Test
    void keepsWhatWasReadOfASegmentForAsLongAsTheSegmentIsThere() throws IOException {
        SegmentCache segments = new SegmentCache();
        try (ByteBuffersDirectory files = new ByteBuffersDirectory()) {
            write(files);
            DirectoryReader reader = DirectoryReader.open(files);
            LeafReaderContext segment = reader.leaves().get(0);
            assertSame(segments.written(segment, "kind"), segments.written(segment, "kind"));
            assertSame(segments.folded(segment, "kind"), segments.folded(segment, "kind"));
            assertSame(segments.refs(segment), segments.refs(segment));
            assertSame(segments.entity(segment, 0), segments.entity(segment, 0));

            reader.close();

            // what is not kept is read, which can't be any more
            assertThrows(AlreadyClosedException.class, () -> segments.written(segment, "kind"));
            assertThrows(AlreadyClosedException.class, () -> segments.folded(segment, "kind"));
            assertThrows(AlreadyClosedException.class, () -> segments.refs(segment));
            assertThrows(AlreadyClosedException.class, () -> segments.entity(segment, 0));
        }
    }

    private static void write(ByteBuffersDirectory files) throws IOException {
        try (IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            Document document = new Document();
            document.add(new BinaryDocValuesField(Fields.REF, new BytesRef("component:default/cart")));
            document.add(new BinaryDocValuesField(Fields.DOCUMENT, new BytesRef("{}")));
            document.add(new StringField(Fields.VALUE, Fields.row("kind", "Component"), Field.Store.NO));
            writer.addDocument(document);
        }
    }
}
