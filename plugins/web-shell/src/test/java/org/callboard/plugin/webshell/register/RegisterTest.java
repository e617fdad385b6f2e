package org.callboard.plugin.webshell.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Preview;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestCaller;
import org.callboard.testkit.Yaml;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private static final String SITE = "https://git.example.com/shop/";

    private final FakePlaces places = new FakePlaces();
    private final TestCaller mara = TestCaller.named("Mara");

    private static String entity(String name, String declaredAt, String origin) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s
                  annotations:
                    backstage.io/managed-by-location: url:%s%s
                    backstage.io/managed-by-origin-location: url:%s%s
                spec: {type: service, owner: team-a}
                """.formatted(name, SITE, declaredAt, SITE, origin);
    }

    private static List<String> texts(Json.Obj answer, String array, String field) {
        return answer.array(array).items().stream()
                .map(item -> ((Json.Obj) item).text(field).orElse("-"))
                .toList();
    }

    @Test
    void saysOfEachEntityWhetherTheCatalogHasItAndFromWhere() {
        MemoryCatalog catalog =
                MemoryCatalog.of(entity("known", "a.yaml", "a.yaml") + entity("taken", "old.yaml", "old.yaml"));
        String documents = entity("new", "a.yaml", "a.yaml")
                + entity("known", "a.yaml", "a.yaml")
                + entity("taken", "a.yaml", "a.yaml");
        places.preview = new Preview(Yaml.documents(documents), List.of());
        Json.Obj seen = new PlacePreview(catalog, places).of(mara, SITE + "a.yaml");
        assertEquals(List.of("new", "known", "taken"), texts(seen, "entities", "standing"));
        assertEquals(List.of("-", "-", SITE + "old.yaml"), texts(seen, "entities", "holder"));
        assertEquals(List.of("team-a", "team-a", "team-a"), texts(seen, "entities", "owner"));
        assertEquals(Json.Bool.FALSE, seen.get("registered"));
    }

    @Test
    void doesNotListTheEntityThatStandsForThePlace() {
        Location itself = places.register("1", SITE + "a.yaml");
        String document = """
                kind: Location
                metadata: {name: %s}
                spec: {type: url, target: %sa.yaml}
                """.formatted(itself.entityRef().name(), SITE);
        places.preview = new Preview(Yaml.documents(document), List.of());
        Json.Obj seen = new PlacePreview(new MemoryCatalog(), places).of(mara, SITE + "a.yaml");
        assertEquals(List.of(), seen.array("entities").items());
        assertEquals(Json.Bool.TRUE, seen.get("registered"));
    }

    @Test
    void doesNotTellWhatIsRegisteredToWhomMayNotKnow() {
        places.register("1", SITE + "a.yaml");
        TestCaller stranger = mara.only("catalog.location.analyze");
        Json.Obj seen = new PlacePreview(new MemoryCatalog(), places).of(stranger, SITE + "a.yaml");
        assertEquals(Json.Bool.FALSE, seen.get("registered"));
    }

    @Test
    void saysWhereEachProblemIsAndWhatMendsIt() {
        Problem problem = new Problem(
                Problem.Level.ERROR,
                "no-kind",
                null,
                new SourcePosition(SITE + "a.yaml", 3, 5),
                "No kind.",
                "Add one.");
        places.preview = new Preview(List.of(), List.of(problem));
        Json.Obj seen = new PlacePreview(new MemoryCatalog(), places).of(mara, SITE + "a.yaml");
        Json.Obj shown = (Json.Obj) seen.array("problems").items().get(0);
        assertEquals(Json.of(3), shown.get("line"));
        assertEquals(Json.of(5), shown.get("column"));
        assertEquals("Add one.", shown.text("fix").orElseThrow());
        assertEquals("error", shown.text("level").orElseThrow());
    }

    @Test
    void listsWhatIsRegisteredWithItsEntitiesAndState() {
        places.register("2", SITE + "b.yaml");
        places.register("1", SITE + "a.yaml");
        places.lead("component:default/one");
        MemoryCatalog catalog =
                MemoryCatalog.of(entity("one", "a.yaml", "a.yaml") + entity("two", "deeper.yaml", "a.yaml"));
        Json.Obj list = new RegisteredPlaces(catalog, places, places).list(mara);
        assertEquals(List.of(SITE + "a.yaml", SITE + "b.yaml"), texts(list, "items", "target"));
        Json.Obj first = (Json.Obj) list.array("items").items().get(0);
        assertEquals(Json.of(2), first.get("entities"));
        assertEquals("It is up to date.", first.text("explanation").orElseThrow());
    }

    @Test
    void tellsApartWhatGoesAndWhatSomethingElseLeadsTo() {
        Location first = places.register("1", SITE + "a.yaml");
        Location second = places.register("2", SITE + "b.yaml");
        places.lead("component:default/alone", first.entityRef().toString());
        places.lead(
                "component:default/shared",
                first.entityRef().toString(),
                second.entityRef().toString());
        MemoryCatalog catalog =
                MemoryCatalog.of(entity("alone", "a.yaml", "a.yaml") + entity("shared", "s.yaml", "a.yaml"));
        Json.Obj leaving = new Departure(catalog, places, mara).of(first);
        assertEquals(List.of("component:default/alone"), texts(leaving, "going", "ref"));
        assertEquals(List.of("component:default/shared"), texts(leaving, "staying", "ref"));
    }

    @Test
    void endsWhereLocationsLeadToEachOther() {
        Location first = places.register("1", SITE + "a.yaml");
        places.lead(
                "location:default/x", "location:default/y", first.entityRef().toString());
        places.lead("location:default/y", "location:default/x");
        places.lead("component:default/alone", "location:default/x");
        MemoryCatalog catalog = MemoryCatalog.of(entity("alone", "a.yaml", "a.yaml"));
        Json.Obj leaving = new Departure(catalog, places, mara).of(first);
        assertEquals(List.of("component:default/alone"), texts(leaving, "going", "ref"));
        assertTrue(leaving.array("staying").items().isEmpty());
    }
}
