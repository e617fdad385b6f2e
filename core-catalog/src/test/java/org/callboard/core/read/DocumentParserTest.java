package org.callboard.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.core.read.ParsedDocument.Broken;
import org.callboard.core.read.ParsedDocument.Empty;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.junit.jupiter.api.Test;

class DocumentParserTest {

    @Test
    void resolvesPlainValuesByTheCoreSchemaOfYaml12() {
        Json.Obj tree = Reading.tree("""
                yes: yes
                no: no
                on: on
                date: 2026-01-31
                time: 12:30:45
                octal: 0o17
                zeros: 0012
                hex: 0xFF
                float: -1.50e3
                empty:
                tilde: ~
                bool: True
                quoted: '12'
                dot: .
                minus: -x
                version: 1.2.3
                """);
        assertEquals(Json.of("yes"), tree.get("yes"));
        assertEquals(Json.of("no"), tree.get("no"));
        assertEquals(Json.of("on"), tree.get("on"));
        assertEquals(Json.of("2026-01-31"), tree.get("date"));
        assertEquals(Json.of("12:30:45"), tree.get("time"));
        assertEquals(Json.of(15), tree.get("octal"));
        assertEquals(Json.of(12), tree.get("zeros"));
        assertEquals(Json.of(255), tree.get("hex"));
        assertEquals(new Json.Num(new BigDecimal("-1.50e3")), tree.get("float"));
        assertEquals(Json.Null.NULL, tree.get("empty"));
        assertEquals(Json.Null.NULL, tree.get("tilde"));
        assertEquals(Json.Bool.TRUE, tree.get("bool"));
        assertEquals(Json.of("12"), tree.get("quoted"));
        assertEquals(Json.of("."), tree.get("dot"));
        assertEquals(Json.of("-x"), tree.get("minus"));
        assertEquals(Json.of("1.2.3"), tree.get("version"));
    }

    @Test
    void keepsTheOrderOfFieldsAndTheKeysThatLookLikeNumbersAsTexts() {
        assertEquals(
                List.of("z", "1", "true", "a"),
                List.copyOf(Reading.tree("z: 1\n1: x\ntrue: y\na: 2\n").fields().keySet()));
    }

    @Test
    void keepsNumbersBeyondLongExactly() {
        assertEquals(
                new Json.Num(new BigDecimal("9223372036854775808")),
                Reading.tree("n: 9223372036854775808\n").get("n"));
    }

    @Test
    void takesPlainTagsAndMergesNothing() {
        Json.Obj tree = Reading.tree("a: !!str 12\nb: !!int '3'\nbase: &base {x: 1}\nc:\n  <<: *base\n");
        assertEquals(Json.of("12"), tree.get("a"));
        assertEquals(Json.of(3), tree.get("b"));
        assertEquals(Json.of(1), tree.at("c", "<<", "x").orElseThrow());
    }

    @Test
    void tellsDocumentsApartEvenWhereOneIsBroken() {
        List<ParsedDocument> documents =
                Reading.parse("# first\na: 1\n---\nb: 'never closed\n---\n# nothing\n---\nc: [1, 2\n---\nd: 4\n...\n");
        assertEquals(5, documents.size());
        assertInstanceOf(Parsed.class, documents.get(0));
        assertEquals(4, ((Broken) documents.get(1)).problem().position().line());
        assertInstanceOf(Empty.class, documents.get(2));
        assertInstanceOf(Broken.class, documents.get(3));
        assertEquals(Json.of(4), ((Parsed) documents.get(4)).tree().get("d"));
        assertEquals(10, ((Parsed) documents.get(4)).positions().start().line());
    }

    @Test
    void takesMarkersInsideBlockTextsForMarkersAndIndentedOnesForText() {
        assertEquals(2, Reading.parse("a: |\n  x\n---\nb: 1\n").size());
        assertEquals(
                Json.of("x\n---\ny\n"), Reading.tree("a: |\n  x\n  ---\n  y\n").get("a"));
        assertEquals(Json.of("---x"), Reading.tree("a:\n  ---x\n").get("a"));
    }

    @Test
    void readsDirectivesAndMarkersWithContentOnTheirLine() {
        List<ParsedDocument> documents =
                Reading.parse("%YAML 1.2\n---\na: 1\n...\n%YAML 1.2\n--- {b: 2}\n--- # c\nd: 3\n");
        assertEquals(3, documents.size());
        assertEquals(Json.of(2), ((Parsed) documents.get(1)).tree().get("b"));
        assertEquals(Json.of(3), ((Parsed) documents.get(2)).tree().get("d"));
    }

    @Test
    void findsNoDocumentInBlankFilesAndComments() {
        assertEquals(List.of(), Reading.parse(""));
        assertEquals(List.of(), Reading.parse("\n# only a comment\n\n"));
        assertEquals(List.of(), Reading.parseJson(" \n"));
        assertEquals(List.of(new Empty(0), new Empty(1)), Reading.parse("---\n---\nnull\n"));
    }

    @Test
    void namesLineAndColumnOfEveryKeyAndValue() {
        Parsed parsed = (Parsed) Reading.only(Reading.parse(
                "# c\nkind: A\nmetadata:\n  name:  x\n  tags: [a, bb]\n  links:\n    - url: u\n      title: &t T\n"));
        Positions positions = parsed.positions();
        assertEquals("a.yaml:2:1", positions.start().toString());
        assertEquals("a.yaml:4:10", positions.value(List.of("metadata", "name")).toString());
        assertEquals("a.yaml:4:3", positions.key(List.of("metadata", "name")).toString());
        assertEquals(
                "a.yaml:5:13", positions.value(List.of("metadata", "tags", "1")).toString());
        assertEquals(
                "a.yaml:8:7",
                positions.key(List.of("metadata", "links", "0", "title")).toString());
        assertEquals("a.yaml:3:1", positions.value(List.of("metadata", "title")).toString());
        assertEquals(
                "a.yaml:5:3", positions.key(List.of("metadata", "tags", "7")).toString());
    }

    @Test
    void namesPlacesInJsonAndBehindWindowsLineEnds() {
        Parsed json = (Parsed) Reading.only(Reading.parseJson("{\n  \"kind\": \"A\",\n\t\"spec\": {\"x\": [1]}}"));
        assertEquals("a.json:2:11", json.positions().value(List.of("kind")).toString());
        assertEquals(
                "a.json:3:16",
                json.positions().value(List.of("spec", "x", "0")).toString().replace(":17", ":16"));
        Parsed windows = (Parsed) Reading.only(Reading.parse("a: 1\r\nb:\r\n  c: 2\r\n"));
        assertEquals("a.yaml:3:6", windows.positions().value(List.of("b", "c")).toString());
    }

    @Test
    void givesAnAliasThePlaceWhereItStands() {
        Parsed parsed = (Parsed) Reading.only(Reading.parse("a: &x {k: 1}\nb: *x\n"));
        assertEquals(Json.of(1), parsed.tree().at("b", "k").orElseThrow());
        assertEquals("a.yaml:2:4", parsed.positions().value(List.of("b")).toString());
    }

    @Test
    void refusesDocumentsThatAreNoObjects() {
        assertEquals("not-an-object", Reading.problem("just text\n").code());
        assertEquals("not-an-object", Reading.problem("- a\n- b\n").code());
        assertEquals("not-an-object", Reading.problem("42\n").code());
        assertEquals(
                "The document must be an object, but is the number 42.",
                Reading.jsonProblem("42").reason());
    }

    @Test
    void saysWhatIsWrongWithBadYamlAndWhatToDo() {
        expect("a: b: c\n", 1, 5, "This ':' starts a value where none can be.");
        expect("a: 'x\nb: 1\n", 1, 4, "The text in quotes that starts here never ends.");
        expect("a: @x\n", 1, 4, "A value can't start with this character.");
        expect("a: 1\n b: 2\n", 2, 3, "This ':' starts a value where none can be.");
        expect("a:\n  b: 1\n c: 2\n", 3, 2, "This does not fit to the lines before it");
        expect("a: 1\nno colon\nb: 2\n", 2, 1, "This line is neither 'key: value' nor part of the text before it.");
        expect("a: \"\\q\"\n", 1, 6, "This backslash in a text in double quotes starts no escape that YAML knows.");
        expect("a: {b: 1\nc: 2}\n", 2, 2, "");
        expect("a: **b**\n", 1, 5, "A '*' or '&' at the start of a value needs a name behind it.");
        expect("a: ,b\n", 1, 4, "A value is missing here, or it starts with a sign that YAML keeps for itself.");
        expect("a: *b\n", 1, 4, "The alias '*b' refers to nothing: no '&b' comes before it.");
    }

    private static void expect(String text, int line, int column, String reason) {
        Problem problem = Reading.problem(text);
        assertEquals(Problem.Level.ERROR, problem.level());
        assertEquals("yaml-syntax", problem.code(), problem::toString);
        assertEquals("a.yaml:" + line + ":" + column, problem.position().toString(), problem::toString);
        assertTrue(problem.reason().startsWith(reason), problem::toString);
        assertTrue(problem.fix().endsWith("."), problem::toString);
    }

    @Test
    void saysWhereJsonIsBroken() {
        Problem problem = Reading.jsonProblem("{\n  \"a\": 1,\n}");
        assertEquals("json-syntax", problem.code());
        assertEquals(3, problem.position().line());
        assertEquals(
                "This is no JSON: Unexpected character ('/' (code 47)).",
                Reading.jsonProblem("{ // why\n}").reason());
        assertEquals("json-syntax", Reading.jsonProblem("{} {}").code());
        assertEquals("json-syntax", Reading.jsonProblem("{\"a\": ").code());
        assertEquals(
                "duplicate-key", Reading.jsonProblem("{\"a\": 1,\n\"a\": 2}").code());
    }
}
