package org.callboard.core.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.problem.Problem;
import org.callboard.core.read.AllowedResources;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.jspecify.annotations.Nullable;

/** A configured folder, and a processor of what is in it. */
final class Workbench {

    static final String COMPONENT = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: ledger
            spec:
              type: service
              lifecycle: production
              owner: team-a
            """;

    final Path folder;
    final List<EntityKind> kinds = new ArrayList<>();
    final List<DocumentProcessor> processors = new ArrayList<>();
    final MemoryWeb web = new MemoryWeb();
    private final SourceProcessor processor;

    Workbench(Path folder) {
        this.folder = folder;
        this.processor = new SourceProcessor(
                new DocumentParser(ReadLimits.DEFAULT),
                new AllowedResources(new LocationFiles(ReadLimits.DEFAULT, List.of(folder.toString())), web),
                () -> kinds,
                () -> processors);
    }

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SourceResult process(String text) {
        return process(text, null);
    }

    SourceResult process(String text, @Nullable Set<String> allowedKinds) {
        LocationTarget source = new LocationTarget(
                "file", folder.resolve("catalog-info.yaml").toString(), "file:" + folder + "/*.yaml", allowedKinds);
        return processor.process(source, text.getBytes(StandardCharsets.UTF_8));
    }

    SourceResult processFromWeb(String url, String text) {
        LocationTarget source = new LocationTarget("url", url, "url:" + url, null);
        return processor.process(source, text.getBytes(StandardCharsets.UTF_8));
    }

    ProcessedEntity entity(String text) {
        SourceResult result = process(text);
        if (result.entities().size() != 1) {
            throw new AssertionError("One entity was wanted: " + result);
        }
        return result.entities().get(0);
    }

    /** {@return the problems as {@code LEVEL code line:column}} */
    List<String> problems(String text) {
        return process(text).problems().stream().map(Workbench::brief).toList();
    }

    Problem problem(String text) {
        List<Problem> problems = process(text).problems();
        if (problems.size() != 1) {
            throw new AssertionError("One problem was wanted: " + problems);
        }
        return problems.get(0);
    }

    static String brief(Problem problem) {
        return problem.level() + " " + problem.code() + " " + problem.position().line() + ":"
                + problem.position().column();
    }
}
