package org.callboard.core.process;

import java.util.List;
import java.util.function.Supplier;
import org.callboard.api.ingest.EntityKind;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ParsedDocument;

/** Makes entities of the bytes of a file. Thread-safe. */
public final class SourceProcessor {

    private final DocumentParser parser;
    private final LocationFiles files;
    private final CurrentKinds kinds;
    private final Supplier<List<DocumentProcessor>> processors;

    /**
     * Makes one.
     *
     * @param files what placeholders and Location entities may point at
     * @param kinds the kinds that plugins teach at the moment, besides the built-in ones
     * @param processors the processors of plugins at the moment, in the order in which they run
     */
    public SourceProcessor(
            DocumentParser parser,
            LocationFiles files,
            Supplier<List<EntityKind>> kinds,
            Supplier<List<DocumentProcessor>> processors) {
        this.parser = parser;
        this.files = files;
        this.kinds = new CurrentKinds(kinds);
        this.processors = processors;
    }

    /** {@return what the file comes to; whatever its bytes are, nothing is thrown because of them} */
    public SourceResult process(LocationTarget source, byte[] bytes) {
        NearbyFiles nearby = new NearbyFiles(source, files);
        DocumentSteps steps = new DocumentSteps(
                source,
                new Placeholders(parser, files, nearby),
                new Children(source, nearby),
                kinds.check(),
                processors.get());
        SourceCollector collector = new SourceCollector(source, steps);
        for (ParsedDocument document : parser.parse(bytes, source.target())) {
            collector.add(document);
        }
        return collector.result();
    }
}
