package org.callboard.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The limits that taking in a catalog is compared with: one library does its part alone, in a process of its own, with the
 * options of the portal. There is nothing to check, to relate or to tell.
 */
final class BareIngest {

    static final String YAML = "YAML";
    static final String H2 = "H2";
    static final String LUCENE = "Lucene";

    private static final double NANOS = 1e9;

    private BareIngest() {}

    /** Takes the library, the folder of the catalog and one to write to; prints how many seconds it took, and of processors. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path work = Files.createDirectories(Path.of(arguments[2]));
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long begin = System.nanoTime();
        long processors = system.getProcessCpuTime();
        List<Path> files = files(Path.of(arguments[1]));
        switch (arguments[0]) {
            case YAML -> parse(files);
            case H2 -> store(files, work);
            default -> index(files, work);
        }
        System.out.printf(
                Locale.ROOT,
                "%.2f s, %.2f s of processors%n",
                (System.nanoTime() - begin) / NANOS,
                (system.getProcessCpuTime() - processors) / NANOS);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void parse(List<Path> files) throws IOException {
        Load load = new Load(LoadSettings.builder().build());
        for (Path file : files) {
            load.loadAllFromString(Files.readString(file)).forEach(document -> {});
        }
    }

    /** The documents are of about the size in which they are kept. */
    private static List<String> documents(Path file) throws IOException {
        return List.of(Files.readString(file).split("(?m)^---\n"));
    }

    private static void store(List<Path> files, Path work) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:async:" + work.resolve("bare"))) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute("create table entity (ref varchar(400) primary key, document blob not null)");
            for (Path file : files) {
                store(file, connection);
                connection.commit();
            }
        }
    }

    private static void store(Path file, Connection connection) throws IOException, SQLException {
        int number = 0;
        try (PreparedStatement insert = connection.prepareStatement("insert into entity values (?, ?)")) {
            for (String document : documents(file)) {
                insert.setString(1, "entity:" + file.getFileName() + "/" + number++);
                insert.setBytes(2, document.getBytes(StandardCharsets.UTF_8));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void index(List<Path> files, Path work) throws IOException {
        try (FSDirectory directory = FSDirectory.open(work.resolve("bare"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (Path file : files) {
                for (String document : documents(file)) {
                    writer.addDocument(fields(document));
                }
            }
        }
    }

    /** A term of each line, which is about a term of each value. */
    private static Document fields(String document) {
        Document fields = new Document();
        fields.add(new BinaryDocValuesField("document", new BytesRef(document)));
        new LinkedHashSet<>(document.lines().toList())
                .forEach(term -> fields.add(new StringField("value", term, Store.NO)));
        return fields;
    }
}
