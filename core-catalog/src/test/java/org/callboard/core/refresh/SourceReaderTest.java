package org.callboard.core.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.api.ingest.EntityProcessor;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.process.DocumentProcessor;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin is replaced while a file is read that it processes. */
class SourceReaderTest {

    @TempDir
    private Path folder;

    /** How often plugins have changed, which they do when they are called. */
    private final AtomicInteger changes = new AtomicInteger();

    private LocationTarget file;

    @BeforeEach
    void write() throws IOException {
        Path written = Files.writeString(folder.resolve("cart.yaml"), """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: cart}
                spec: {type: service, lifecycle: production, owner: booking}
                """);
        file = new LocationTarget("file", written.toString(), "file:" + written, null);
    }

    private SourceReader reader(int most) {
        LocationFiles files = new LocationFiles(ReadLimits.DEFAULT, List.of(file.target()));
        SourceProcessor processor = new SourceProcessor(
                new DocumentParser(ReadLimits.DEFAULT),
                files,
                List::of,
                () -> changes.get() < most ? List.of(new Leaving()) : List.of());
        return new SourceReader(List::of, files, files, processor, changes::toString, pages -> {});
    }

    @Test
    void whatItFailsInIsReadAgainAndNoProblem() {
        SourceReader reader = reader(1);
        SourceReader.Reading reading = reader.read(file);
        assertEquals(List.of(), reading.result().problems());
        assertEquals(1, reading.result().entities().size());
        assertEquals(reader.stamp(file, List.of()), reading.stamp());
    }

    @Test
    void whatChangesAgainAndAgainIsLeftToTheNextPass() {
        SourceReader reader = reader(1_000);
        SourceReader.Reading reading = reader.read(file);
        assertEquals(1, reading.result().problems().size());
        assertNotEquals(reader.stamp(file, List.of()), reading.stamp());
    }

    /** Is gone when it is called. */
    private final class Leaving implements DocumentProcessor {
        @Override
        public String name() {
            return "The processor 'leaving' of plugin 'p'";
        }

        @Override
        public EntityProcessor.Result process(Json.Obj entity, SourcePosition position) {
            changes.incrementAndGet();
            throw new PortalException(ProblemKind.UNAVAILABLE, "Plugin 'p' has been stopped.");
        }
    }
}
