package org.callboard.core.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeRulesTest {

    private static List<String> metadata(String field, Json value) {
        return Checked.brief(Checked.envelope(Checked.withMetadata(field, value)));
    }

    private static List<String> text(String field, String value) {
        return metadata(field, Json.of(value));
    }

    private static List<String> envelope(String json) {
        return Checked.brief(Checked.envelope(Checked.json(json)));
    }

    @Test
    void wantsTheThreeFieldsOfEveryEntity() {
        assertEquals(List.of("ERROR not-an-entity "), envelope("{'openapi': '3.0.0'}"));
        assertEquals(
                List.of("ERROR missing-field apiVersion", "ERROR missing-field metadata"), envelope("{'kind': 'X'}"));
        assertEquals(
                List.of("ERROR missing-field kind", "ERROR missing-field metadata.name"),
                envelope("{'apiVersion': 'v1', 'metadata': {}}"));
    }

    @Test
    void namesEveryForeignFieldAtTheTop() {
        assertEquals(
                List.of(
                        "ERROR unknown-field labels",
                        "ERROR unknown-field Spec",
                        "ERROR unknown-field status",
                        "ERROR unknown-field relations"),
                envelope("{'apiVersion': 'v1', 'kind': 'A', 'metadata': {'name': 'a'}, 'labels': {}, 'Spec': {},"
                        + " 'status': {}, 'relations': []}"));
    }

    @Test
    void checksApiVersionKindAndSpec() {
        assertEquals(
                List.of(),
                envelope("{'apiVersion': 'a-b.c1/v1', 'kind': 'A1b', 'metadata': {'name': 'a'}, 'spec': {}}"));
        for (String version : List.of("a/b/c", "A.io/v1", "a..b/v1", "/v1", "a/", "v-1", "a_b/v1", "-a/v1")) {
            assertEquals(
                    List.of("ERROR bad-format apiVersion"),
                    envelope("{'apiVersion': '" + version + "', 'kind': 'A', 'metadata': {'name': 'a'}}"),
                    version);
        }
        for (String kind : List.of("1a", "a-b", "a b", "\u0410PI", "a".repeat(64))) {
            assertEquals(
                    List.of("ERROR bad-format kind"),
                    envelope("{'apiVersion': 'v1', 'kind': '" + kind + "', 'metadata': {'name': 'a'}}"),
                    kind);
        }
        assertEquals(
                List.of(
                        "ERROR wrong-type apiVersion",
                        "ERROR wrong-type kind",
                        "ERROR wrong-type metadata",
                        "ERROR wrong-type spec"),
                envelope("{'apiVersion': 1, 'kind': '', 'metadata': [], 'spec': null}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "0", "a-b_c.d", "a--b", "a._-b", "Z9", "null", "1.5"})
    void takesNames(String name) {
        assertEquals(List.of(), text("name", name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "a/b",
                "a:b",
                "%2e%2e",
                ".",
                "...",
                "-a",
                "a-",
                "_a",
                "a.",
                "a b",
                " a",
                "a\n",
                "\uD83D\uDE00",
                "p\u0430yments",
                "\u202Eabc",
                "a\u200Bb",
                "\uFF41",
                "\u0660"
            })
    void refusesOtherNames(String name) {
        List<Problem> problems = Checked.envelope(Checked.withMetadata("name", Json.of(name)));
        assertEquals(List.of("ERROR bad-format metadata.name"), Checked.brief(problems));
        assertTrue(
                problems.get(0)
                        .reason()
                        .startsWith("metadata.name must be sequences of [a-zA-Z0-9] separated by any of [-_.],"
                                + " at most 63 characters in total, but is '"),
                problems::toString);
    }

    @Test
    void quotesBadNamesSoThatTheyCanBeSeenAndCutsThem() {
        String reason = Checked.envelope(Checked.withMetadata("name", Json.of("a\u202E\u200B\n")))
                .get(0)
                .reason();
        assertTrue(reason.endsWith("but is 'a\\u202e\\u200b\\u000a'."), reason);
        String longest = Checked.envelope(Checked.withMetadata("name", Json.of("a".repeat(10_000))))
                .get(0)
                .reason();
        assertTrue(longest.endsWith("a...'.") && longest.length() < 300, longest);
        assertEquals(List.of(), text("name", "a".repeat(63)));
        assertEquals(List.of("ERROR bad-format metadata.name"), text("name", "a".repeat(64)));
        assertEquals(List.of("ERROR wrong-type metadata.name"), text("name", ""));
    }

    @Test
    void suggestsANameOrTagThatWouldDo() {
        assertEquals("Write 'my-service', for example.", fix("name", Json.of("my service!")));
        assertEquals("Write 'go-1-15', for example.", fix("tags", Json.ofTexts(List.of("Go 1.15"))));
        assertEquals("Write it by this rule.", fix("name", Json.of("???")));
        assertEquals("Put the value in quotes.", fix("name", Json.of(12)));
        assertEquals("Give it a value, or take the line out.", fix("title", Json.Null.NULL));
    }

    private static String fix(String field, Json value) {
        return Checked.envelope(Checked.withMetadata(field, value)).get(0).fix();
    }

    @Test
    void checksNamespacesWithoutRegardToCase() {
        for (String good : List.of("a", "a-b", "a--b", "Payments", "0")) {
            assertEquals(List.of(), text("namespace", good), good);
        }
        for (String bad : List.of("a.b", "a_b", "-a", "a-", "a b", "\u00e4")) {
            assertEquals(List.of("ERROR bad-format metadata.namespace"), text("namespace", bad), bad);
        }
    }

    @Test
    void checksLabelsByKeyAndValue() {
        assertEquals(
                List.of(),
                metadata("labels", Checked.json("{'a': '', 'A.b_c': 'x', 'example.com/a-b': 'Y.1', 'a1-b.c/D': 'z'}")));
        assertEquals(
                List.of(
                        "ERROR bad-format metadata.labels.Example.com/a",
                        "ERROR bad-format metadata.labels.a/b/c",
                        "ERROR bad-format metadata.labels.x",
                        "ERROR wrong-type metadata.labels.y",
                        "ERROR wrong-type metadata.labels.z"),
                metadata(
                        "labels",
                        Checked.json("{'Example.com/a': 'b', 'a/b/c': 'd', 'x': 'a b', 'y': true, 'z': null}")));
    }

    @Test
    void takesAnyTextAsTheValueOfAnAnnotation() {
        assertEquals(
                List.of(),
                metadata("annotations", Checked.json("{'a': '', 'example.com/b': 'x\\ny {} \uD83D\uDE00'}")));
        assertEquals(
                List.of("ERROR wrong-type metadata.annotations.a", "ERROR bad-format metadata.annotations.b c"),
                metadata("annotations", Checked.json("{'a': 1, 'b c': 'x'}")));
    }

    @Test
    void ignoresReservedAnnotationsWithAWarning() {
        assertEquals(
                List.of(
                        "WARNING reserved-annotation metadata.annotations.backstage.io/managed-by-location",
                        "WARNING reserved-annotation metadata.annotations.backstage.io/managed-by-origin-location",
                        "WARNING reserved-annotation metadata.annotations.backstage.io/orphan"),
                metadata(
                        "annotations",
                        Checked.json(
                                "{'backstage.io/managed-by-location': 'x', 'backstage.io/managed-by-origin-location': 'y',"
                                        + " 'backstage.io/orphan': 'z', 'backstage.io/view-url': 'v'}")));
    }

    @Test
    void checksTags() {
        assertEquals(List.of(), metadata("tags", Json.ofTexts(List.of("a", "c++", "c#", "lang:go", "a-b"))));
        assertEquals(
                List.of(
                        "ERROR bad-format metadata.tags.0",
                        "ERROR bad-format metadata.tags.1",
                        "ERROR bad-format metadata.tags.2",
                        "ERROR wrong-type metadata.tags.3"),
                metadata("tags", Json.ofTexts(List.of("Java", "a--b", "a.b", ""))));
        assertEquals(List.of("ERROR wrong-type metadata.tags"), text("tags", "java"));
    }

    @Test
    void checksWhatOnlyTheCatalogSetsAllTheSame() {
        assertEquals(List.of(), text("uid", "x"));
        assertEquals(List.of("ERROR wrong-type metadata.uid"), text("uid", ""));
        assertEquals(List.of("ERROR wrong-type metadata.etag"), metadata("etag", Json.of(1)));
    }

    @Test
    void takesAnEmptyDescriptionButNoEmptyTitle() {
        assertEquals(List.of(), text("description", ""));
        assertEquals(List.of("ERROR wrong-type metadata.title"), text("title", ""));
        assertEquals(List.of("ERROR wrong-type metadata.description"), metadata("description", Json.of(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "vbscript:x", " java\\tscript:x", "ftp://example.com"
            })
    void keepsLinksThatCantBeOfferedAndWarns(String url) {
        assertEquals(
                List.of("WARNING link-scheme metadata.links.0.url"),
                metadata("links", new Json.Arr(List.of(Checked.json("{'url': '" + url + "'}")))));
    }

    @Test
    void checksLinks() {
        assertEquals(
                List.of(
                        "ERROR wrong-type metadata.links.0",
                        "ERROR missing-field metadata.links.1.url",
                        "ERROR bad-format metadata.links.2.url",
                        "ERROR bad-format metadata.links.3.url",
                        "ERROR wrong-type metadata.links.4.title",
                        "ERROR bad-format metadata.links.4.icon",
                        "ERROR wrong-type metadata.links.4.type"),
                metadata(
                        "links",
                        new Json.Arr(List.of(
                                Json.of("https://example.com"),
                                Checked.json("{'title': 'x'}"),
                                Checked.json("{'url': '//evil.example'}"),
                                Checked.json("{'url': 'docs/index.md'}"),
                                Checked.json(
                                        "{'url': 'mailto:a@example.com', 'title': '', 'icon': ' ', 'type': 1}")))));
    }

    @Test
    void refusesMoreThanAThousandOfAnything() {
        Map<String, Json> labels = new LinkedHashMap<>();
        List<Json> tags = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            labels.put("a" + i, Json.of("x"));
            tags.add(Json.of("a" + i));
        }
        for (String field : List.of("labels", "annotations")) {
            List<Problem> problems = Checked.envelope(Checked.withMetadata(field, new Json.Obj(labels)));
            assertEquals(List.of("ERROR too-many metadata." + field), Checked.brief(problems));
            assertTrue(problems.get(0).reason().contains("1001")
                    && problems.get(0).reason().contains("1000"));
        }
        assertEquals(List.of("ERROR too-many metadata.tags"), metadata("tags", new Json.Arr(tags)));
        assertEquals(List.of(), metadata("tags", new Json.Arr(tags.subList(0, 1_000))));
    }

    @Test
    void showsTheFirstHundredProblemsOfADocument() {
        Json bad = new Json.Arr(Collections.nCopies(500, Json.of("Bad Tag")));
        List<String> problems = metadata("tags", bad);
        assertEquals(101, problems.size());
        assertEquals("ERROR more-problems metadata.tags.100", problems.get(100));
    }

    @Test
    void showsAnErrorThatComesAfterManyWarnings() {
        Json link = Checked.json("{'url': 'javascript:x'}");
        Json.Obj metadata = Json.object()
                .put("links", new Json.Arr(Collections.nCopies(900, link)))
                .put("name", "bad name")
                .build();
        List<String> problems = Checked.brief(Checked.envelope(Checked.withMetadata(metadata)));
        assertTrue(problems.contains("ERROR bad-format metadata.name"), problems::toString);
    }

    @Test
    void refusesKeysThatDifferByCaseAlone() {
        assertEquals(
                List.of("ERROR keys-differ-by-case spec.x.0.TYPE"),
                envelope("{'apiVersion': 'v1', 'kind': 'A', 'metadata': {'name': 'a'},"
                        + " 'spec': {'x': [{'type': 1, 'TYPE': 2}], 'Y': 1}}"));
    }
}
