package org.callboard.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class RefTableTest {

    private interface Look {
        void at(LeafReader segment, RefTable table) throws IOException;
    }

    private static void written(String[] refs, Look look) throws IOException {
        try (ByteBuffersDirectory files = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
                for (String ref : refs) {
                    Document document = new Document();
                    document.add(new BinaryDocValuesField(Fields.REF, new BytesRef(ref)));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(files)) {
                LeafReader segment = reader.leaves().get(0).reader();
                look.at(segment, RefTable.load(segment));
            }
        }
    }

    private static int find(LeafReader segment, RefTable table, String ref, Set<Integer> unwanted) throws IOException {
        BytesRef bytes = new BytesRef(ref);
        return table.find(bytes, doc -> !unwanted.contains(doc) && RefTable.isOf(segment, doc, bytes));
    }

    @Test
    void findsEachOfManyAndNoOther() throws IOException {
        String[] refs = new String[3_000];
        for (int i = 0; i < refs.length; i++) {
            refs[i] = "component:default/c" + i;
        }
        written(refs, (segment, table) -> {
            for (int i = 0; i < refs.length; i++) {
                assertEquals(i, find(segment, table, refs[i], Set.of()));
                assertEquals(-1, find(segment, table, refs[i] + "x", Set.of()));
            }
        });
    }

    @Test
    void findsTheVersionThatIsWantedOfSeveral() throws IOException {
        String[] refs = {"a:b/c", "a:b/d", "a:b/c", "a:b/c"};
        written(refs, (segment, table) -> {
            Set<Integer> unwanted = new HashSet<>(Set.of(0, 2));
            assertEquals(3, find(segment, table, "a:b/c", unwanted));
            unwanted.add(3);
            assertEquals(-1, find(segment, table, "a:b/c", unwanted));
        });
    }
}
