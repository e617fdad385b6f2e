package org.callboard.core.stitch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.JsonCodec;
import org.junit.jupiter.api.Test;

class StitcherTest {

    private static final String UID = "9fb3fbb9-c660-44d3-be9e-91ced26e2a84";

    private final JsonCodec codec = new JsonCodec();
    private final Stitcher stitcher = new Stitcher(codec);

    private Json.Obj json(String text) {
        return (Json.Obj) codec.decode(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private Stitcher.Stitched stitch(String document, Arrow... arrows) {
        return stitcher.stitch(json(document), List.of(arrows), UID);
    }

    @Test
    void fieldsStandAsBackstageWritesThem() {
        Stitcher.Stitched stitched = stitch(
                "{'apiVersion': 'v1', 'kind': 'Component', 'extra': 1, 'metadata': {'name': 'a', 'title': 'A',"
                        + " 'annotations': {'k': 'v'}}, 'spec': {'type': 'service'}}",
                new Arrow("ownedBy", "group:default/g"));
        assertEquals(
                "{'metadata':{'namespace':'default','annotations':{'k':'v'},'name':'a','title':'A','uid':'" + UID
                        + "','etag':'" + stitched.etag() + "'},'apiVersion':'v1','kind':'Component',"
                        + "'spec':{'type':'service'},'extra':1,"
                        + "'relations':[{'type':'ownedBy','targetRef':'group:default/g'}]}",
                new String(codec.encode(stitched.document()), StandardCharsets.UTF_8).replace('"', '\''));
    }

    @Test
    void relationsAreSortedByTypeAndThenTargetAndStandOnce() {
        Json.Arr relations = stitch(
                        "{'metadata': {'name': 'a'}}",
                        new Arrow("partOf", "system:default/s"),
                        new Arrow("dependsOn", "component:default/c"),
                        new Arrow("dependsOn", "component:default/b"),
                        new Arrow("partOf", "system:default/s"))
                .document()
                .array("relations");
        assertEquals(
                List.of("dependsOn component:default/b", "dependsOn component:default/c", "partOf system:default/s"),
                relations.items().stream()
                        .map(Json.Obj.class::cast)
                        .map(relation -> relation.text("type").orElse("") + " "
                                + relation.text("targetRef").orElse(""))
                        .toList());
    }

    @Test
    void anEntityWithoutRelationsHasAnEmptyList() {
        assertEquals(
                new Json.Arr(List.of()),
                stitch("{'metadata': {'name': 'a'}}").document().get("relations"));
    }

    @Test
    void whatADocumentSaysOfUidEtagAndRelationsIsNotBelieved() {
        Json.Obj document = stitch(
                        "{'metadata': {'name': 'a', 'uid': 'mine', 'etag': 'mine'}, 'relations': [{'type': 'x'}]}")
                .document();
        assertEquals(UID, document.text("metadata", "uid").orElseThrow());
        assertTrue(document.text("metadata", "etag").orElseThrow().matches("[0-9a-f]{40}"));
        assertEquals(0, document.array("relations").items().size());
    }

    @Test
    void theEtagChangesWithTheDocumentItsRelationsAndItsUidOnly() {
        String document = "{'metadata': {'name': 'a'}}";
        Arrow first = new Arrow("dependsOn", "component:default/b");
        Arrow second = new Arrow("dependsOn", "component:default/c");
        String etag = stitch(document, first, second).etag();
        assertEquals(etag, stitch(document, second, first).etag());
        assertNotEquals(etag, stitch(document, first).etag());
        assertNotEquals(
                etag,
                stitch("{'metadata': {'name': 'a', 'title': 'A'}}", first, second)
                        .etag());
        assertNotEquals(
                etag,
                stitcher.stitch(json(document), List.of(first, second), "another")
                        .etag());
    }

    @Test
    void problemsStandInTheStatusBehindThoseOfTheDocument() {
        Problem problem = new Problem(
                Problem.Level.WARNING, "code", null, new SourcePosition("/f.yaml", 3, 1), "It is odd.", "Mend it.");
        Json.Obj entity = stitcher.stitch(
                        json("{'metadata': {'name': 'a'}, 'status': {'x': 1, 'items': ['own']}}"),
                        List.of(),
                        List.of(problem),
                        UID)
                .document();
        String message = "'message':'/f.yaml:3:1: It is odd. Mend it.'";
        assertEquals(
                "{'x':1,'items':['own',{'type':'backstage.io/catalog-processing','level':'warning'," + message
                        + ",'error':{'name':'InputError'," + message + ",'code':'code'}}]}",
                new String(codec.encode(entity.object("status")), StandardCharsets.UTF_8).replace('"', '\''));
    }
}
