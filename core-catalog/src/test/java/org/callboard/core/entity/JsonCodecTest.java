package org.callboard.core.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {

    private final JsonCodec codec = new JsonCodec();

    private Json read(String text) {
        try {
            return codec.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String write(Json value) {
        return new String(codec.encode(value), StandardCharsets.UTF_8);
    }

    @Test
    void givesBackWhatItWrote() {
        String text = "{\"z\":[1,-2.50,1E+400,\"\u00e4\uD83D\uDE00\\n\\\"\",true,false,null,{}],\"a\":{\"\":[]}}";
        assertEquals(text, write(read(text)));
        assertEquals(read(text), codec.decode(codec.encode(read(text))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\" 1}",
                "{} {}",
                "nul",
                "NaN",
                "{\"a\":1,\"a\":2}",
                "'a'",
                "// x\n1",
                "1e999999999",
                "1e99999999999999999999"
            })
    void refusesWhatIsNoJson(String text) {
        PortalException refused = assertThrows(PortalException.class, () -> read(text));
        assertEquals(ProblemKind.BAD_INPUT, refused.kind());
        assertTrue(!refused.message().contains("jackson") && refused.hint() != null, refused::message);
    }

    @Test
    void namesLineAndColumn() {
        String message = assertThrows(PortalException.class, () -> read("{\n  \"a\": x}"))
                .message();
        assertTrue(message.contains("at line 2, column "), message);
    }

    @Test
    void refusesDepthAndLength() {
        assertEquals(read("[".repeat(100) + "]".repeat(100)), read(" " + "[".repeat(100) + "]".repeat(100)));
        assertEquals(
                ProblemKind.BAD_INPUT,
                assertThrows(PortalException.class, () -> read("[".repeat(101) + "]".repeat(101)))
                        .kind());
        assertEquals(
                ProblemKind.BAD_INPUT,
                assertThrows(PortalException.class, () -> read("[".repeat(500_000)))
                        .kind());
        assertEquals(
                ProblemKind.TOO_LARGE,
                assertThrows(PortalException.class, () -> read(" ".repeat(1 << 20) + "1"))
                        .kind());
        assertEquals(
                ProblemKind.BAD_INPUT,
                assertThrows(PortalException.class, () -> read("9".repeat(100_000)))
                        .kind());
    }

    @Test
    void writesHalfSurrogatePairsAsReplacementCharacters() {
        assertEquals(
                "{\"a\uFFFD\":\"\uFFFDb\uFFFD\"}",
                write(Json.object().put("a\uD800", "\uDC00b\uD83D").build()));
    }

    @Test
    void writesNumbersThatNobodyCouldReadAgainAsTexts() {
        assertEquals("\"1E+999999999\"", write(new Json.Num(new BigDecimal("1e999999999"))));
    }

    @Test
    void decodesWhatIsLongerThanStrangersMaySend() {
        Json long2 = new Json.Arr(List.of(Json.of("x".repeat(3 << 20))));
        assertEquals(long2, codec.decode(codec.encode(long2)));
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        codec.write(Json.of(1), out);
        codec.write(Json.of(2), out);
        assertEquals("12", out.toString(StandardCharsets.UTF_8));
        assertEquals(false, closed[0]);
    }
}
