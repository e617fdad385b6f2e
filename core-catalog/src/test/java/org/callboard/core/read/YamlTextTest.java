package org.callboard.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.junit.jupiter.api.Test;

class YamlTextTest {

    private static final int MOST = 1 << 20;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "plain",
            "two\nlines",
            "two\nlines\n\n",
            "  indented\nfirst",
            "trailing \nblank",
            "a: b",
            "# no comment",
            "- no item",
            "true",
            "null",
            "~",
            "1",
            "1e3",
            "0x1f",
            ".inf",
            "\u00e4\u00f6 \ud83d\ude80",
            "tab\there",
            "cr\rlf\r\n",
            "\u2028",
            "'",
            "\"",
            "%x",
            "@x",
            "`x",
            "{x}",
            "[x]",
            "x".repeat(300) + " y".repeat(100));

    private static String written(Json value) throws UnreadableException {
        return YamlText.of(value, MOST);
    }

    @Test
    void writesBlocksInTheOrderOfTheFields() throws Exception {
        Json.Obj value = Json.object()
                .put("openapi", "3.1.0")
                .put("info", Json.object().put("title", "Ledger").build())
                .put("tags", Json.ofTexts(List.of("a", "b")))
                .put("none", Json.Obj.EMPTY)
                .put("empty", new Json.Arr(List.of()))
                .put("text", "one\ntwo\n")
                .put("number", new Json.Num(new BigDecimal("1.50")))
                .put("nothing", Json.Null.NULL)
                .put("on", Json.Bool.TRUE)
                .build();
        assertEquals("""
                openapi: 3.1.0
                info:
                  title: Ledger
                tags:
                - a
                - b
                none: {}
                empty: []
                text: |
                  one
                  two
                number: 1.50
                nothing: null
                'on': true
                """, written(value));
    }

    @Test
    void quotesWhatOlderReadersTakeForSomethingElse() throws Exception {
        for (String text : List.of("yes", "No", "off", "2024-01-31", "012", "1_000", "12:30:00", "=", "<<", "0b11")) {
            assertEquals("'" + text + "'\n", written(Json.of(text)));
        }
    }

    @Test
    void isReadAsWhatWasWritten() throws Exception {
        DocumentParser parser = new DocumentParser(ReadLimits.DEFAULT);
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            Json value = value(random, 0);
            String text = written(value);
            assertEquals(value, parser.yamlValue(text.getBytes(StandardCharsets.UTF_8), "a.yaml"), text);
        }
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 8)) {
            case 0 -> Json.of(text(random));
            case 1 -> Json.of(text(random) + text(random));
            case 2 ->
                new Json.Num(new BigDecimal(
                        List.of("0", "-12", "1.5", "1E+30", "1E-7").get(random.nextInt(5))));
            case 3 -> random.nextBoolean() ? Json.Bool.TRUE : Json.Null.NULL;
            case 4, 5 ->
                new Json.Arr(Stream.generate(() -> value(random, depth + 1))
                        .limit(random.nextInt(4))
                        .toList());
            default -> object(random, depth);
        };
    }

    private static Json object(Random random, int depth) {
        Json.Builder object = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(text(random), value(random, depth + 1));
        }
        return object.build();
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    @Test
    void writesNoMoreThanItMay() throws Exception {
        Json value = Json.of("x".repeat(100));
        assertEquals(101, YamlText.of(value, 101).length());
        UnreadableException refused = assertThrows(UnreadableException.class, () -> YamlText.of(value, 100));
        assertEquals("file-too-large", refused.problem().code());
    }
}
