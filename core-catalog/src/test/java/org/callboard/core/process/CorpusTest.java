package org.callboard.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.callboard.core.read.UnreadableException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Descriptors of real users, whatever they are like: what must come of them is derived without the parser under test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {

    private static final String TEMPLATE = "template-file";

    private final List<Read> all = new ArrayList<>();
    private Path folder = Path.of("");
    private LocationFiles.Expansion found = new LocationFiles.Expansion(List.of(), List.of());

    /** A file, what was made of it, and what its lines show. */
    private record Read(Path file, SourceResult result, List<ScannedDocument> documents) {

        boolean isJson() {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        }

        List<ProcessedEntity> entities(ScannedDocument document) {
            return result.entities().stream()
                    .filter(entity -> document.contains(entity.position().line()))
                    .toList();
        }

        List<Problem> problems(ScannedDocument document) {
            return result.problems().stream()
                    .filter(problem -> document.contains(problem.position().line()))
                    .toList();
        }

        List<EntityRef> refs(ScannedDocument document) {
            return entities(document).stream().map(ProcessedEntity::ref).toList();
        }

        boolean isTemplate(ScannedDocument document) {
            return problems(document).stream()
                    .anyMatch(problem -> problem.code().equals(TEMPLATE));
        }

        Optional<Object> secondOpinion(ScannedDocument document) {
            return SecondOpinion.read(document, isJson());
        }

        String place(ScannedDocument document) {
            return file + ":" + document.firstLine() + " " + entities(document).size() + " entities, "
                    + problems(document);
        }
    }

    @BeforeAll
    void readAll() throws IOException, UnreadableException {
        folder = Path.of(Objects.requireNonNullElse(System.getProperty("corpus"), "../../shared/corpus"))
                .resolve("descriptors")
                .toAbsolutePath()
                .normalize();
        boolean present = Files.isDirectory(folder);
        if (!present) {
            System.out.println("Not tested: there are no descriptors of real users in " + folder);
        }
        assumeTrue(present || Boolean.getBoolean("require.all"), "no descriptors");
        LocationFiles files = new LocationFiles(ReadLimits.DEFAULT, List.of(folder.toString()));
        SourceProcessor processor =
                new SourceProcessor(new DocumentParser(ReadLimits.DEFAULT), files, List::of, List::of);
        found = files.expand(folder.toString());
        for (Path file : found.files()) {
            byte[] bytes = files.read(file);
            LocationTarget source = new LocationTarget("file", file.toString(), "file:" + folder, null);
            all.add(new Read(file, processor.process(source, bytes), scan(file, bytes)));
        }
        System.out.println(summary());
    }

    private static List<ScannedDocument> scan(Path file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
            return json ? ScannedDocument.ofJson(text) : ScannedDocument.ofYaml(text);
        } catch (CharacterCodingException notUtf8) {
            return List.of(new ScannedDocument(1, Integer.MAX_VALUE, ""));
        }
    }

    private long documents() {
        return all.stream().mapToLong(read -> read.documents().size()).sum();
    }

    private String summary() {
        long documents = documents();
        long entities =
                all.stream().mapToLong(read -> read.result().entities().size()).sum();
        List<Problem> problems =
                all.stream().flatMap(read -> read.result().problems().stream()).toList();
        return "Descriptors of real users: " + all.size() + " files, " + documents + " documents, " + entities
                + " entities, " + (documents - entities) + " documents refused, " + problems.size() + " problems, of "
                + problems.stream()
                        .filter(problem -> problem.code().equals(TEMPLATE))
                        .count() + " templates";
    }

    /** Says all that is wrong at once, not the first alone. */
    private static void assertNone(List<String> wrong) {
        assertEquals(List.of(), wrong, () -> wrong.size() + " are wrong:\n" + String.join("\n", wrong));
    }

    private List<String> everyDocument(DocumentRule rule) {
        List<String> wrong = new ArrayList<>();
        for (Read read : all) {
            for (ScannedDocument document : read.documents()) {
                if (!rule.holds(read, document)) {
                    wrong.add(read.place(document));
                }
            }
        }
        return wrong;
    }

    private interface DocumentRule {
        boolean holds(Read read, ScannedDocument document);
    }

    @Test
    void findsEveryDescriptor() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            Set<Path> descriptors = tree.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("(?i).*\\.(json|ya?ml(\\..*)?)"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertFalse(descriptors.isEmpty(), "no descriptors in " + folder);
            assertEquals(descriptors, new TreeSet<>(found.files()));
            assertEquals(List.of(), found.problems());
        }
    }

    @Test
    void everyDocumentBecomesOneEntityOrAProblem() {
        assertNone(everyDocument((read, document) -> {
            int entities = read.entities(document).size();
            return entities == 1 || (entities == 0 && !read.problems(document).isEmpty());
        }));
    }

    @Test
    void everyFileComesToAsManyEntitiesAndRefusalsAsItHasDocuments() {
        List<String> wrong = new ArrayList<>();
        for (Read read : all) {
            long refused = read.documents().stream()
                    .filter(document -> read.entities(document).isEmpty())
                    .filter(document -> read.problems(document).stream()
                            .anyMatch(problem -> problem.level() == Level.ERROR
                                    || problem.code().equals(TEMPLATE)))
                    .count();
            if (read.result().entities().size() + refused != read.documents().size()) {
                wrong.add(read.file() + ": " + read.documents().size() + " documents, "
                        + read.result().entities().size() + " entities, " + refused + " refused: "
                        + read.result().problems());
            }
        }
        assertNone(wrong);
    }

    @Test
    void everyProblemSaysWhereItIsAndWhyAndWhatToDo() {
        List<String> wrong = new ArrayList<>();
        for (Read read : all) {
            read.result().problems().stream()
                    .filter(problem -> !isPlain(problem, read))
                    .forEach(problem -> wrong.add(problem.toString()));
        }
        assertNone(wrong);
    }

    private static boolean isPlain(Problem problem, Read read) {
        return problem.position().target().equals(read.file().toString())
                && problem.position().line() >= 1
                && problem.position().column() >= 1
                && !problem.code().isBlank()
                && !problem.reason().isBlank()
                && !problem.fix().isBlank();
    }

    @Test
    void whatAnotherParserTakesForAnEntityBecomesThatEntity() {
        List<String> wrong = new ArrayList<>();
        int certain = 0;
        for (Read read : all) {
            Set<EntityRef> earlier = new HashSet<>();
            for (ScannedDocument document : read.documents()) {
                Optional<Object> value = read.secondOpinion(document);
                Optional<EntityRef> wanted = value.flatMap(SecondOpinion::ref);
                if (wanted.isPresent() && earlier.add(wanted.get()) && SecondOpinion.isCertain(value.get())) {
                    certain++;
                    if (!read.refs(document).equals(List.of(wanted.get()))) {
                        wrong.add(wanted.get() + " is missing: " + read.place(document));
                    }
                }
            }
        }
        assertNone(wrong);
        System.out.println(
                "Descriptors of real users: of " + certain + " documents it is certain what they must become");
        assertTrue(certain > documents() / 3, "too few documents to compare: " + certain);
    }

    @Test
    void whatAnotherParserCannotReadBecomesNoEntity() {
        assertNone(
                everyDocument((read, document) -> read.secondOpinion(document).isPresent()
                        || read.entities(document).isEmpty()));
    }

    @Test
    void unreadableDocumentsAreCalledTemplatesWhereExpressionsAreToBlame() {
        assertNone(
                everyDocument((read, document) -> read.secondOpinion(document).isPresent()
                        || read.isTemplate(document) == mustBeTemplate(read, document)));
    }

    private static boolean mustBeTemplate(Read read, ScannedDocument document) {
        String word = read.isJson() ? "1" : "x";
        return document.holdsExpressions()
                && (document.steersLines()
                        || read.secondOpinion(document.withoutExpressions(word)).isPresent());
    }

    @Test
    void onlyDocumentsWithExpressionsAreCalledTemplates() {
        assertNone(everyDocument((read, document) -> document.holdsExpressions() || !read.isTemplate(document)));
    }
}
