package org.callboard.plugin.catalogapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateParserTest {

    private final TestJson json = new TestJson();

    @Test
    void readsAllAnyAndNot() {
        Filter api = Filter.equal("kind", "api");
        assertEquals(new Filter.All(List.of(api)), parse("{'$all':[{'kind':'api'}]}"));
        assertEquals(new Filter.Any(List.of(api)), parse("{'$any':[{'kind':'api'}]}"));
        assertEquals(new Filter.Not(api), parse("{'$not':{'kind':'api'}}"));
    }

    @Test
    void meansTrueByAnEmptyAllAndFalseByAnEmptyAny() {
        assertEquals(new Filter.All(List.of()), parse("{'$all':[]}"));
        assertEquals(new Filter.Any(List.of()), parse("{'$any':[]}"));
    }

    @Test
    void joinsThePathsOfOneObjectByAnd() {
        Filter expected = new Filter.All(List.of(Filter.equal("kind", "api"), Filter.equal("metadata.labels.n", "1")));
        assertEquals(expected, parse("{'kind':'api','metadata.labels.n':1}"));
    }

    @Test
    void readsEachMatcher() {
        assertEquals(new Filter.Exists("a"), parse("{'a':{'$exists':true}}"));
        assertEquals(new Filter.Not(new Filter.Exists("a")), parse("{'a':{'$exists':false}}"));
        assertEquals(new Filter.Equal("a", List.of("x", "true")), parse("{'a':{'$in':['x',true]}}"));
        assertEquals(new Filter.Prefix("a", "x"), parse("{'a':{'$hasPrefix':'x'}}"));
        assertEquals(Filter.equal("a", "x"), parse("{'a':{'$contains':'x'}}"));
    }

    @Test
    void comparesNumbersAsPeopleWriteThem() {
        assertEquals(new Filter.Equal("a", List.of("100", "0.5")), parse("{'a':{'$in':[1e2,0.50]}}"));
        assertEquals(Filter.equal("a", "1E+999999999"), parse("{'a':1e999999999}"));
    }

    @Test
    void readsRelationsByTypeAndTarget() {
        assertEquals(
                Filter.equal("relations.ownedBy", "group:default/a"),
                parse("{'relations':{'$contains':{'type':'ownedBy','targetRef':'group:default/a'}}}"));
        assertEquals(
                new Filter.Equal("relations.ownedBy", List.of("group:default/a", "group:default/b")),
                parse("{'relations':{'$contains':{'type':'ownedBy',"
                        + "'targetRef':{'$in':['group:default/a','group:default/b']}}}}"));
        assertEquals(new Filter.Exists("relations.ownedBy"), parse("{'relations':{'$contains':{'type':'ownedBy'}}}"));
    }

    @Test
    void takesOperatorsInEachOther() {
        Filter api = Filter.equal("kind", "api");
        assertEquals(
                new Filter.All(List.of(
                        new Filter.Any(List.of(api, new Filter.Not(new Filter.All(List.of(api))))),
                        new Filter.Not(new Filter.Not(api)))),
                parse("{'$all':[{'$any':[{'kind':'api'},{'$not':{'$all':[{'kind':'api'}]}}]},"
                        + "{'$not':{'$not':{'kind':'api'}}}]}"));
        assertEquals(Filter.NONE, parse("{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'kind':{'$nope':1}}|kind.$nope",
                "{'$nope':[]}|$nope",
                "{'$all':{}}|$all",
                "{'$all':['x']}|$all[0]",
                "{'$any':[{'kind':null}]}|$any[0].kind",
                "{'$not':{'kind':{'$in':'x'}}}|$not.kind.$in",
                "{'$all':[],'kind':'api'}|$all",
                "{'kind':{}}|kind",
                "{'kind':{'$exists':'yes'}}|kind.$exists",
                "{'kind':{'$contains':{'type':'x'}}}|kind.$contains",
                "{'relations':{'$contains':{'targetRef':'x:y/z'}}}|relations.$contains.type",
                "{'relations':{'$contains':{'type':'x','target':'y'}}}|relations.$contains.target",
                "{'relations':{'$contains':{'type':'x','targetRef':['y']}}}|relations.$contains.targetRef",
                "{'kind':{'$in':['api'],'$exists':true}}|kind",
                "{'kind':['api']}|kind",
                "{'$not':'api'}|$not",
                "{'kind':{'$hasPrefix':1}}|kind.$hasPrefix"
            })
    void saysWhereAPredicateIsWrong(String predicate, String place) {
        PortalException e = assertThrows(PortalException.class, () -> parse(predicate));
        assertEquals("\"" + place + "\"", e.message().substring(e.message().indexOf(" at \"") + 4));
    }

    private Filter parse(String predicate) {
        return PredicateParser.parse((Json.Obj) json.readText(predicate.replace('\'', '"')));
    }
}
