package org.callboard.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** As little of an index as the first figure needs: kind, name and stored bytes. */
final class BareIndex {

    private static final Query COMPONENTS = new TermQuery(new Term("kind", "component"));
    private static final Sort BY_NAME = new Sort(new SortField("name", SortField.Type.STRING));
    private static final int PAGE = 20;
    private static final Set<String> STORED = Set.of("json");

    private final IndexSearcher searcher;

    private BareIndex(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** Makes an index in which seven of ten entities are components, as in the generated catalog. */
    static BareIndex create(Path folder, int entities, int size) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        byte[] json = "x".repeat(size).getBytes(StandardCharsets.US_ASCII);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < entities; i++) {
                Document document = new Document();
                document.add(new StringField("kind", i % 10 < 7 ? "component" : "api", Store.NO));
                document.add(new SortedDocValuesField("name", new BytesRef(CatalogGenerator.name("component", i))));
                document.add(new StoredField("json", json));
                writer.addDocument(document);
            }
        }
        return new BareIndex(new IndexSearcher(DirectoryReader.open(directory)));
    }

    /** {@return the first page of components by name, with their number} */
    byte[] answer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(COMPONENTS, PAGE, BY_NAME).scoreDocs) {
            BytesRef json = stored.document(hit.doc, STORED).getBinaryValue("json");
            out.write(json.bytes, json.offset, json.length);
        }
        out.writeBytes(Integer.toString(searcher.count(COMPONENTS)).getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
