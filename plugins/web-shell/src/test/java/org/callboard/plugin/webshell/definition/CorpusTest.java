package org.callboard.plugin.webshell.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.plugin.webshell.definition.Definition.Field;
import org.callboard.plugin.webshell.definition.Definition.Fields;
import org.callboard.plugin.webshell.definition.Definition.Item;
import org.junit.jupiter.api.Test;

/** Definitions of real users. */
class CorpusTest {

    /** Beside the project's folder, or beside that of a copy of it. */
    private static List<Path> files() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path corpus = Stream.iterate(here, path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/corpus/apis"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(corpus != null, "There is no corpus beside the project's folder.");
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".proto") ? "grpc" : name.endsWith(".graphql") ? "graphql" : "openapi";
    }

    @Test
    void readsEveryDefinition() throws IOException {
        List<String> unread = new ArrayList<>();
        for (Path file : files()) {
            Definition definition = Definitions.of(type(file), Files.readString(file));
            if (definition.items() == 0 && !file.endsWith("basic-heroes.graphql") && !isRequest(file)) {
                unread.add(file + " " + definition.notes());
            }
        }
        assertEquals(List.of(), unread);
    }

    /** Some files hold requests, and no schema. */
    private static boolean isRequest(Path file) throws IOException {
        return type(file).equals("graphql") && !Files.readString(file).contains("type ");
    }

    @Test
    void leadsNoLinkIntoNothing() throws IOException {
        for (Path file : files()) {
            Definition definition = Definitions.of(type(file), Files.readString(file));
            Set<String> ids = new HashSet<>();
            for (Item item : Find.items(definition)) {
                assertTrue(ids.add(item.id()), () -> file + " has " + item.id() + " twice");
            }
            Find.items(definition).stream()
                    .flatMap(item -> item.parts().stream())
                    .filter(Fields.class::isInstance)
                    .flatMap(part -> ((Fields) part).fields().stream())
                    .map(Field::kind)
                    .filter(kind -> !kind.target().isEmpty())
                    .forEach(kind -> assertTrue(ids.contains(kind.target()), () -> file + " " + kind));
        }
    }
}
