package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.callboard.api.problem.PortalException;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void keepsRepeatedValuesInOrder() {
        assertEquals(
                List.of("a=1", "b c"),
                Parameters.read("filter=a=1&&filter=b+c", "filter").all("filter"));
    }

    @Test
    void splitsListsAtCommasAndTrims() {
        assertEquals(
                List.of("a", "b"), Parameters.read("fields=a,%20b,", "fields").list("fields"));
    }

    @Test
    void refusesAPercentSignThatStartsNoCode() {
        assertThrows(PortalException.class, () -> Parameters.read("filter=%zz", "filter"));
        assertThrows(PortalException.class, () -> Parameters.read("filter=%a", "filter"));
    }

    @Test
    void cutsNumbersTooLargeForAnInt() {
        assertEquals(
                OptionalInt.of(Integer.MAX_VALUE),
                Parameters.read("limit=99999999999", "limit").count("limit"));
    }

    @Test
    void linksToTheSameQueryBehindAnotherPosition() {
        assertEquals(
                "</entities?limit=2&filter=a%3Db&after=x%3D>; rel=\"next\"",
                Parameters.read("limit=2&after=old&filter=a=b", "limit", "after", "filter")
                        .nextLink("/entities", "x="));
    }
}
