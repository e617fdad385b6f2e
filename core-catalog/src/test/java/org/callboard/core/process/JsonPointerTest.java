package org.callboard.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.junit.jupiter.api.Test;

class JsonPointerTest {

    private static JsonPointer of(String... steps) {
        JsonPointer pointer = JsonPointer.WHOLE;
        for (String step : steps) {
            pointer = pointer.then(step);
        }
        return pointer;
    }

    @Test
    void readsWhatItWrites() {
        assertEquals("#", JsonPointer.WHOLE.toString());
        JsonPointer pointer = of("paths", "/pets/{id}", "a~b", "", "\u00e4 %");
        assertEquals("#/paths/~1pets~1%7Bid%7D/a~0b//%C3%A4%20%25", pointer.toString());
        assertEquals(
                Optional.of(pointer.steps()),
                JsonPointer.steps(pointer.toString().substring(1)));
    }

    @Test
    void readsEscapesInTheOrderTheyWereMade() {
        assertEquals(
                Optional.of(List.of("~1", "/", "100%", "%zz", "%ff")), JsonPointer.steps("/~01/~1/100%25/%zz/%ff"));
        assertEquals(Optional.of(List.of()), JsonPointer.steps(""));
        assertEquals(Optional.empty(), JsonPointer.steps("anchor"));
        assertEquals(Optional.empty(), JsonPointer.steps("/x".repeat(1_001)));
    }

    @Test
    void stepsIntoListsByNumber() {
        Json list = Json.ofTexts(List.of("a", "b"));
        assertEquals(Json.of("b"), JsonPointer.step(list, "1"));
        for (String step : List.of("2", "01", "-", "-1", "x", "99999999999")) {
            assertNull(JsonPointer.step(list, step), step);
        }
        assertNull(JsonPointer.step(Json.of("a"), "0"));
    }

    @Test
    void isEqualByItsSteps() {
        assertEquals(of("a", "b"), of("a", "b"));
        assertEquals(of("a", "b").hashCode(), of("a", "b").hashCode());
        assertNotEquals(of("a", "b"), of("b", "a"));
        assertEquals(of("a"), of("a", "b").parent());
    }
}
