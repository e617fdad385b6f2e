package org.callboard.core.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.ParsedDocument;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.read.ReadLimits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What Backstage's own validators accept is accepted, and nothing else, but for the decisions written down here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackstageParityTest {

    /** Limits, and keys that queries could not tell apart: descriptors.md says why these are refused. */
    private static final Set<String> STRICTER = Set.of("too-many", "keys-differ-by-case");

    private static final Set<String> PLACEHOLDERS = Set.of("$text", "$json", "$yaml", "$openapi", "$asyncapi");
    private static final long SEED = Long.getLong("seed", 20_260_103);
    private static final int TIMES = Integer.getInteger("mutations", 5);

    private final KindCheck kinds = new KindCheck(BuiltInKinds.all());
    private final DocumentParser parser = new DocumentParser(ReadLimits.DEFAULT);
    private final Map<String, Json.Obj> documents = new TreeMap<>();
    private final Map<String, Json.Obj> complete = new TreeMap<>();
    private BackstageValidators backstage;

    /** A document and what was said of it. */
    private record Said(String name, Json.Obj document, List<Problem> ours, boolean isRefused, String theirs) {

        boolean isSame() {
            boolean theyRefuse = !theirs.equals(BackstageValidators.OK) && !theirs.equals(BackstageValidators.UNKNOWN);
            return theyRefuse == isRefused || (isRefused && isStricter());
        }

        private boolean isStricter() {
            return ours.stream()
                    .filter(problem -> problem.level() == Level.ERROR)
                    .allMatch(problem -> STRICTER.contains(problem.code()));
        }

        /** A kind that nobody knows is kept and marked, where Backstage takes none. */
        boolean isMarked() {
            return ours.stream().anyMatch(problem -> problem.code().equals("unknown-kind"));
        }
    }

    @BeforeAll
    void readAll() throws IOException, InterruptedException {
        Path folder = Path.of(Objects.requireNonNullElse(System.getProperty("corpus"), "../../shared/corpus"));
        boolean present = Files.isDirectory(folder);
        if (!present) {
            System.out.println("Not tested: there are no descriptors of real users in " + folder);
        }
        assumeTrue(present || Boolean.getBoolean("require.all"), "no descriptors");
        backstage = BackstageValidators.install();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(BackstageParityTest::mayHoldDocuments).toList()) {
                read(Files.readAllBytes(file), file.toString(), documents);
            }
        }
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("every-field.yaml"))) {
            read(in.readAllBytes(), "every-field.yaml", complete);
        }
    }

    private static boolean mayHoldDocuments(Path file) {
        return Files.isRegularFile(file)
                && file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(json|ya?ml(\\..*)?)");
    }

    private void read(byte[] bytes, String name, Map<String, Json.Obj> into) {
        for (ParsedDocument document : parser.parse(bytes, name)) {
            if (document instanceof Parsed parsed) {
                into.put(name + "#" + parsed.index(), (Json.Obj) withoutPlaceholders(parsed.tree()));
            }
        }
    }

    /** A placeholder stands for some text: what it is does not matter here. */
    private static Json withoutPlaceholders(Json value) {
        if (value instanceof Json.Arr array) {
            return new Json.Arr(array.items().stream()
                    .map(BackstageParityTest::withoutPlaceholders)
                    .toList());
        }
        if (!(value instanceof Json.Obj object)) {
            return value;
        }
        if (object.fields().size() == 1
                && PLACEHOLDERS.contains(object.fields().keySet().iterator().next())) {
            return Json.of("content");
        }
        Json.Obj result = object;
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            result = result.with(field.getKey(), withoutPlaceholders(field.getValue()));
        }
        return result;
    }

    private List<Said> ask(Map<String, Json.Obj> asked) throws IOException, InterruptedException {
        List<Json.Obj> list =
                asked.values().stream().map(BackstageParityTest::asTheyWantIt).toList();
        List<String> theirs = backstage.verdicts(list);
        List<Said> said = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, Json.Obj> each : asked.entrySet()) {
            Findings findings = new Findings(Checked.PATHS);
            EnvelopeRules.check(each.getValue(), findings);
            kinds.check(each.getValue(), findings);
            said.add(
                    new Said(each.getKey(), each.getValue(), findings.problems(), findings.refused(), theirs.get(i++)));
        }
        return said;
    }

    /** Without what is taken here by decision: namespaces in upper case, and the tools of a skill as a list. */
    private static Json.Obj asTheyWantIt(Json.Obj document) {
        Json.Obj result = document;
        Json.Obj metadata = document.object("metadata");
        if (metadata.get("namespace") instanceof Json.Text namespace) {
            Json lower = Json.of(namespace.value().toLowerCase(Locale.ROOT));
            result = result.with("metadata", metadata.with("namespace", lower));
        }
        Json.Obj spec = document.object("spec");
        boolean isSkill = document.text("kind").equals(Optional.of("AiResource"))
                && spec.text("type").equals(Optional.of("skill"));
        if (isSkill && spec.get("allowedTools") instanceof Json.Arr tools && isNonEmptyTexts(tools)) {
            result = result.with("spec", spec.with("allowedTools", Json.of("Read")));
        }
        return result;
    }

    private static boolean isNonEmptyTexts(Json.Arr array) {
        return array.texts().size() == array.items().size() && !array.texts().contains("");
    }

    private static void assertSame(List<Said> said) {
        List<String> different = said.stream()
                .filter(each -> !each.isSame())
                .map(each -> each.name() + "\n  theirs: " + each.theirs() + "\n  ours: " + each.ours() + "\n  "
                        + shortened(each.document()))
                .toList();
        assertEquals(
                0,
                different.size(),
                () -> different.size() + " of " + said.size() + " differ:\n"
                        + String.join("\n", different.subList(0, Math.min(different.size(), 10))));
    }

    private static String shortened(Json.Obj document) {
        String text = new String(new JsonCodec().encode(document), StandardCharsets.UTF_8);
        return text.length() < 300 ? text : text.substring(0, 300) + "...";
    }

    @Test
    void judgesEveryDocumentOfRealUsersAsBackstageDoes() throws IOException, InterruptedException {
        List<Said> said = ask(documents);
        assertSame(said);
        long accepted = said.stream().filter(each -> !each.isRefused()).count();
        System.out.println(
                "Backstage's validators: " + said.size() + " documents of real users, " + accepted + " accepted");
        assertTrue(accepted > 500, () -> "only " + accepted + " accepted");
    }

    @Test
    void marksTheKindsThatBackstageDoesNotKnow() throws IOException, InterruptedException {
        for (Said each : ask(documents)) {
            if (!each.isRefused()) {
                assertEquals(each.theirs().equals(BackstageValidators.UNKNOWN), each.isMarked(), each.name());
            }
        }
    }

    @Test
    void acceptsEveryFieldThatBackstageKnows() throws IOException, InterruptedException {
        for (Said each : ask(complete)) {
            assertEquals(BackstageValidators.OK, each.theirs(), each.name());
            assertEquals(List.of(), each.ours(), each.name());
        }
    }

    @Test
    void judgesBrokenDocumentsOfRealUsersAsBackstageDoes() throws IOException, InterruptedException {
        Map<String, Json.Obj> entities = new TreeMap<>(documents);
        entities.values().removeIf(document -> document.get("metadata") == null || document.get("kind") == null);
        assertSame(ask(broken(entities, TIMES)));
    }

    @Test
    void judgesABreachOfEveryRuleAsBackstageDoes() throws IOException, InterruptedException {
        List<Said> said = ask(broken(complete, 100 * TIMES));
        assertSame(said);
        long accepted = said.stream().filter(each -> !each.isRefused()).count();
        System.out.println("Backstage's validators: " + said.size() + " broken documents, " + accepted + " accepted");
        assertTrue(accepted > said.size() / 10 && accepted < said.size() * 9 / 10, () -> accepted + " accepted");
    }

    @Test
    void takesTheLinksThatBrowsersTake() throws IOException, InterruptedException {
        RandomUrls urls = new RandomUrls(new Random(SEED));
        Json.Obj sound = complete.get("every-field.yaml#0");
        Map<String, Json.Obj> linked = new TreeMap<>();
        for (int i = 0; i < 2_000 * TIMES; i++) {
            Json link = Json.object().put("url", urls.next()).build();
            Json.Obj metadata = sound.object("metadata").with("links", new Json.Arr(List.of(link)));
            linked.put("link " + i, sound.with("metadata", metadata));
        }
        assertSame(ask(linked));
    }

    private static Map<String, Json.Obj> broken(Map<String, Json.Obj> sound, int times) {
        MutatedDocuments mutations = new MutatedDocuments(SEED);
        Map<String, Json.Obj> broken = new TreeMap<>();
        for (int i = 0; i < times; i++) {
            for (Map.Entry<String, Json.Obj> each : sound.entrySet()) {
                broken.put(each.getKey() + " " + i, mutations.mutate(each.getValue()));
            }
        }
        return broken;
    }
}
