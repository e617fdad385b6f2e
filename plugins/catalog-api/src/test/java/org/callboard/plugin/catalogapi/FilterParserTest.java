package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.callboard.api.catalog.Filter;
import org.callboard.api.problem.PortalException;
import org.junit.jupiter.api.Test;

class FilterParserTest {

    @Test
    void joinsTheKeysOfOneSetByAnd() {
        Filter expected =
                new Filter.All(List.of(Filter.equal("kind", "component"), Filter.equal("spec.type", "service")));
        assertEquals(expected, FilterParser.parse(List.of("kind=component, spec.type = service")));
    }

    @Test
    void joinsSetsByOr() {
        Filter expected = new Filter.Any(List.of(Filter.equal("kind", "api"), new Filter.Exists("spec.owner")));
        assertEquals(expected, FilterParser.parse(List.of("kind=api", "spec.owner")));
    }

    @Test
    void takesAKeyNamedTwiceAsEitherValue() {
        assertEquals(
                new Filter.Equal("kind", List.of("api", "user")), FilterParser.parse(List.of("kind=api,kind=user")));
    }

    @Test
    void letsValuesWinOverABareKey() {
        assertEquals(Filter.equal("kind", "api"), FilterParser.parse(List.of("kind,kind=api")));
    }

    @Test
    void splitsAtTheFirstEqualsSign() {
        assertEquals(Filter.equal("a", "b=c:d/e"), FilterParser.parse(List.of("a=b=c:d/e")));
    }

    @Test
    void takesAnEmptyValueForAValue() {
        assertEquals(Filter.equal("a", ""), FilterParser.parse(List.of("a=")));
    }

    @Test
    void letsEverythingThroughWhereNothingIsSaid() {
        assertEquals(Filter.NONE, FilterParser.parse(List.of(" , ", "")));
    }

    @Test
    void refusesAnEmptyKey() {
        assertThrows(PortalException.class, () -> FilterParser.parse(List.of("kind=api,=x")));
    }
}
