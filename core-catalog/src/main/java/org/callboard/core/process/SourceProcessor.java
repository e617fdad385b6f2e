package org.callboard.core.process;

import java.util.List;
import java.util.function.Supplier;
import org.callboard.api.ingest.EntityKind;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.ParsedDocument;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;

/** Makes entities of the bytes of a file or a web page. Needs nothing but what it is given. Thread-safe. */
public final class SourceProcessor {

    private final DocumentParser parser;
    private final ResourceReader resources;
    private final CurrentKinds kinds;
    private final Supplier<List<DocumentProcessor>> processors;

    /**
     * Makes one.
     *
     * @param resources reads what placeholders name; what it refuses, Location entities may not point at either
     * @param kinds the kinds that plugins teach at the moment, besides the built-in ones
     * @param processors the processors of plugins at the moment, in the order in which they run
     */
    public SourceProcessor(
            DocumentParser parser,
            ResourceReader resources,
            Supplier<List<EntityKind>> kinds,
            Supplier<List<DocumentProcessor>> processors) {
        this.parser = parser;
        this.resources = resources;
        this.kinds = new CurrentKinds(kinds);
        this.processors = processors;
    }

    /** {@return what the source comes to; whatever its bytes are, nothing is thrown because of them} */
    public SourceResult process(LocationTarget source, byte[] bytes) {
        SourceInputs inputs = new SourceInputs(source.resource(), resources);
        DocumentSteps steps = new DocumentSteps(
                source,
                new Placeholders(parser, inputs),
                new Children(source, inputs),
                kinds.check(),
                processors.get());
        SourceCollector collector = new SourceCollector(source, steps);
        for (ParsedDocument document : documents(source, bytes)) {
            collector.add(document);
        }
        return collector.result(inputs.all());
    }

    private List<ParsedDocument> documents(LocationTarget source, byte[] bytes) {
        return source.type().equals(Resource.PROVIDER)
                ? List.of(parser.placeless(bytes, source.reference()))
                : parser.parse(bytes, source.target());
    }
}
