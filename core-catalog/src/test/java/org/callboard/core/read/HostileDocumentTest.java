package org.callboard.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.core.read.ParsedDocument.Broken;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDocumentTest {

    @Test
    void refusesTheBillionLaughs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            bomb.append(
                    "a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(9, alias)) + "]\n");
        }
        Problem problem = Reading.problem(bomb.toString());
        assertEquals("too-many-aliases", problem.code());
        assertTrue(problem.reason().contains("50"), problem::reason);
    }

    @Test
    void countsWhatFewAliasesComeTo() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [" + "x".repeat(1_000) + "]\n");
        for (int i = 1; i <= 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + alias + ", " + alias + ", " + alias + ", " + alias + "]\n");
        }
        assertEquals("too-many-aliases", Reading.problem(bomb.toString()).code());
    }

    @Test
    void takesFiftyAliases() {
        StringBuilder text = new StringBuilder("a: &a x\nb:\n");
        for (int i = 0; i < 50; i++) {
            text.append("  - *a\n");
        }
        assertEquals(50, Reading.tree(text.toString()).array("b").items().size());
        assertEquals("too-many-aliases", Reading.problem(text + "  - *a\n").code());
    }

    @Test
    void refusesAliasesOfWhatTheyArePartOf() {
        assertEquals("recursive-alias", Reading.problem("a: &a [*a]\n").code());
        assertEquals("recursive-alias", Reading.problem("&a\nb: {c: *a}\n").code());
    }

    @Test
    void readsNothingOfAFileThatIsTooLong() {
        Problem problem = Reading.problem(new byte[(1 << 20) + 1]);
        assertEquals("file-too-large", problem.code());
        assertTrue(problem.reason().contains("1048576"), problem::reason);
    }

    @Test
    void refusesAHundredThousandDocuments() {
        Problem problem = Reading.problem("---\n".repeat(100_000));
        assertEquals("too-many-documents", problem.code());
        assertTrue(problem.reason().contains("100000") && problem.reason().contains("1000 "), problem::reason);
        assertEquals(1_000, Reading.parse("---\n".repeat(1_000)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [x]",
                "a: !!java.net.URL [http://example.com]",
                "a: !custom x",
                "a: !custom {b: 1}",
                "!custom a: 1",
                "a: !<tag:example.com,2026:x> y",
                "a: !!binary aGVsbG8=",
                "a: !!set {x}",
                "a: !!timestamp 2026-01-01",
                "a: !!int x",
                "a: !e!x y"
            })
    void refusesTagsOtherThanThePlainOnes(String text) {
        assertEquals("custom-tag", Reading.problem(text + "\n").code());
    }

    @Test
    void namesBothLinesOfADuplicateKey() {
        Problem problem = Reading.problem("metadata:\n  name: a\n  title: x\n  name: b\n");
        assertEquals("duplicate-key", problem.code());
        assertEquals("a.yaml:4:3", problem.position().toString());
        assertEquals("The key 'name' stands twice in one object: on line 2 and on line 4.", problem.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void refusesUtf16(String charset) {
        Problem problem = Reading.problem("kind: Component\nname: x\n".getBytes(Charset.forName(charset)));
        assertEquals("not-utf-8", problem.code());
        assertTrue(problem.reason().contains("UTF-16"), problem::reason);
        assertTrue(problem.reason().contains("byte "), problem::reason);
    }

    @Test
    void namesTheFirstByteThatIsNoUtf8() {
        Problem latin1 = Reading.problem("a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("The file is no UTF-8 text: byte 11 is 0xE9, which can't stand there.", latin1.reason());
        assertEquals(2, latin1.position().line());
        byte[] overlong = {'a', ':', ' ', (byte) 0xC0, (byte) 0xAF};
        assertEquals("not-utf-8", Reading.problem(overlong).code());
        byte[] surrogate = {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
        assertEquals("not-utf-8", Reading.problem(surrogate).code());
        byte[] cut = {'a', ':', ' ', (byte) 0xE2, (byte) 0x82};
        assertEquals("not-utf-8", Reading.problem(cut).code());
        byte[] nul = {'a', ':', ' ', 'b', 0, 'c'};
        assertEquals(
                "The file is no UTF-8 text: byte 4 is NUL.",
                Reading.problem(nul).reason().replace("; it looks like UTF-16", ""));
    }

    @Test
    void refusesEscapesThatUtf8CantHold() {
        assertEquals("bad-character", Reading.problem("a: \"x\\0y\"\n").code());
        assertEquals("bad-character", Reading.problem("a: \"\\ud800\"\n").code());
        assertEquals(
                "bad-character", Reading.jsonProblem("{\"a\": \"\\ud800\"}").code());
        assertEquals("bad-character", Reading.jsonProblem("{\"a\\u0000\": 1}").code());
        assertEquals("bad-character", Reading.problem("a: 1\nb: x\u0007y\n").code());
        assertEquals(2, Reading.problem("a: 1\nb: x\u0007y\n").position().line());
    }

    @Test
    void takesByteOrderMarkAndWindowsLineEnds() {
        assertEquals(Json.of("x"), Reading.tree("\uFEFFa: x\r\nb: y\r\n").get("a"));
        assertEquals(2, Reading.parse("\uFEFFa: x\r\n---\r\nb: y\r\n").size());
        assertInstanceOf(Parsed.class, Reading.only(Reading.parseJson("\uFEFF{\"a\": 1}")));
    }

    @Test
    void takesTrailingBlanksAndUnicodeLineSeparators() {
        assertEquals(Json.of("x"), Reading.tree("a: x   \nb: 1  \n").get("a"));
        assertEquals(Json.of("x\u2028y"), Reading.tree("a: x\u2028y\n").get("a"));
    }

    @Test
    void saysClearlyThatATabCantIndent() {
        Problem problem = Reading.problem("metadata:\n\tname: x\n");
        assertEquals("tab-indent", problem.code());
        assertEquals("a.yaml:2:1", problem.position().toString());
        assertEquals("Replace the tab by blanks.", problem.fix());
    }

    @Test
    void takesTabsThatOnlySeparate() {
        Json.Obj tree =
                Reading.tree("\t\na:\tb\t# c\n\t# comment\nlist:\n  -\tx\n \t \ntext: |\n  a:\tb\n  \t\nlast: 1\r\n");
        assertEquals(Json.of("b"), tree.get("a"));
        assertEquals(Json.ofTexts(List.of("x")), tree.get("list"));
        assertEquals(Json.of("a:\tb\n\t\n"), tree.get("text"));
        assertEquals("tab-indent", Reading.problem("a:\n  -\tb: 1\n").code());
    }

    @Test
    void takesManyTabsThatOnlySeparate() {
        String text =
                IntStream.range(0, 60_000).mapToObj(i -> "a" + i + ":\tb\n").collect(Collectors.joining());
        assertEquals(60_000, Reading.tree(text).fields().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n\t\t\"a\": {\n\t\t\t\"b\": \"c\"\n\t\t}\n}\n",
                "a: {b:\t c}\n",
                "a: {\t b: c}\n",
                "a:\n  b:\n    \tc\n",
                "a:\n  b: |-\t# text\n    c\n"
            })
    void takesTabsWhereverBlanksOnlySeparate(String text) {
        Json.Obj a = assertInstanceOf(Json.Obj.class, Reading.tree(text).get("a"));
        assertEquals(Json.of("c"), a.get("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|\n", ">\n", "|-\n", ">-\n\n", "|2\n"})
    void takesAnEmptyBlockTextWhateverFollows(String block) {
        String open = "metadata:\n  description: " + block;
        for (String text : List.of(open, open + "spec: 1\n", open + "  name: x\n", open + "...\n")) {
            Json.Obj metadata =
                    assertInstanceOf(Json.Obj.class, Reading.tree(text).get("metadata"), text);
            assertEquals(Json.of(""), metadata.get("description"), text);
        }
    }

    @Test
    void endsABlockTextWithItsLineWhereTheFileEndsWithoutOne() {
        assertEquals(Json.of("x\n"), Reading.tree("a: |\n  x").get("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.INF", ".nan", "1e999999999", "1e-999999999", "1e99999999999999999999"})
    void refusesNumbersThatNobodyCanHold(String number) {
        assertEquals("number-range", Reading.problem("a: " + number + "\n").code());
        assertEquals(Json.of(number), Reading.tree("a: '" + number + "'\n").get("a"));
    }

    @Test
    void refusesNumbersOfAThousandDigitsAndMore() {
        assertEquals(
                "number-range",
                Reading.problem("a: " + "9".repeat(500_000) + "\n").code());
        assertEquals(
                "number-range",
                Reading.problem("a: 0x" + "f".repeat(500_000) + "\n").code());
        assertInstanceOf(Broken.class, Reading.only(Reading.parseJson("{\"a\": 1e999999999}")));
        assertInstanceOf(Broken.class, Reading.only(Reading.parseJson("{\"a\": " + "9".repeat(500_000) + "}")));
    }

    @Test
    void takesKeysThatOtherParsersStumbleOverAsData() {
        Json.Obj tree =
                Reading.tree("__proto__: {a: 1}\nconstructor: x\nclass: java.lang.Runtime\n'@class': y\n$type: z\n");
        assertEquals(5, tree.fields().size());
        assertEquals(Json.of("java.lang.Runtime"), tree.get("class"));
    }

    @Test
    void refusesNestingDeeperThanAHundredLevels() {
        assertInstanceOf(Parsed.class, Reading.only(Reading.parse("a: " + "[".repeat(99) + "]".repeat(99) + "\n")));
        assertEquals(
                "too-deep",
                Reading.problem("a: " + "[".repeat(100) + "]".repeat(100) + "\n")
                        .code());
        assertEquals("too-deep", Reading.problem("a: " + "[".repeat(500_000)).code());
        assertEquals("too-deep", Reading.problem("a: " + "{a: ".repeat(200_000)).code());
        assertEquals("too-deep", Reading.problem("- ".repeat(400_000)).code());
        assertEquals("too-deep", Reading.jsonProblem("[".repeat(900_000)).code());
        assertEquals("too-deep", Reading.jsonProblem("{\"a\":".repeat(150_000)).code());
    }

    @Test
    void refusesKeysThatAreNoTexts() {
        assertEquals("bad-key", Reading.problem("? [a, b]\n: c\n").code());
        assertEquals("bad-key", Reading.problem("a: &x k\n*x : c\n").code());
    }

    @Test
    void givesOneProblemForOneBrokenDocumentAmongAThousand() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append(i == 500 ? "---\na: [\n" : "---\na: " + i + "\n");
        }
        List<ParsedDocument> documents = Reading.parse(text.toString());
        assertEquals(999, documents.stream().filter(Parsed.class::isInstance).count());
        assertEquals(
                500,
                documents.stream()
                        .filter(Broken.class::isInstance)
                        .findFirst()
                        .orElseThrow()
                        .index());
    }
}
