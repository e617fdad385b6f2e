package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.Test;

class FieldProjectionTest {

    private final TestJson json = new TestJson();
    private final Json.Obj entity = (Json.Obj) json.readText("""
            {"kind":"API","metadata":{"name":"a","annotations":{"example.com/x.y":"1","example.com/z":"2"},"tags":["t"]},
             "spec":{"owner":"o"}}""");

    @Test
    void picksPathsIntoTheirPlaces() {
        assertEquals(
                "{\"metadata\":{\"name\":\"a\",\"tags\":[\"t\"]},\"kind\":\"API\"}",
                pick("metadata.name", "kind", "metadata.tags"));
    }

    @Test
    void findsKeysThatHoldDots() {
        assertEquals(
                "{\"metadata\":{\"annotations\":{\"example.com/x.y\":\"1\"}}}",
                pick("metadata.annotations.example.com/x.y"));
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertEquals("{}", pick("metadata.nope", "spec.owner.deeper", "nope", "."));
    }

    @Test
    void givesAWholeObjectAfterAPartOfIt() {
        assertEquals("{\"spec\":{\"owner\":\"o\"}}", pick("spec.owner", "spec"));
    }

    @Test
    void leavesEntitiesWholeWhereNoFieldIsNamed() {
        assertSame(FieldProjection.WHOLE, FieldProjection.of(List.of(" ")));
    }

    @Test
    void refusesArrayPaths() {
        assertThrows(PortalException.class, () -> FieldProjection.of(List.of("metadata.tags[0]")));
    }

    private String pick(String... fields) {
        return json.toText(FieldProjection.of(List.of(fields)).apply(entity));
    }
}
