package org.callboard.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Entities of which every field is a word that no line has room for. */
final class LongTexts {

    /** What all of the words begin with. */
    static final String START = "W".repeat(8);

    /** How many entities the component needs; the catalog has none of them. */
    static final int NEEDED = 270;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORD = "W".repeat(400);
    private static final String NAME = "w".repeat(63);

    /** The page of the component. */
    static final String COMPONENT = "/catalog/default/component/" + NAME;

    private LongTexts() {}

    /** {@return the pages that show them} */
    static Stream<String> pages() {
        return Stream.of(
                "/problems",
                "/catalog?q=" + NAME,
                COMPONENT,
                COMPONENT + "/relations",
                COMPONENT + "/problems",
                COMPONENT + "/source",
                COMPONENT + "/raw",
                "/catalog/default/group/" + NAME,
                "/catalog/default/user/" + NAME,
                "/catalog/default/api/" + NAME + "/web-shell.definition",
                "/graph/component/default/" + NAME,
                "/graph/component/default/" + NAME + "?view=list");
    }

    /** {@return a descriptor} */
    static String entities() {
        return String.join("\n---\n", component().toString(), group().toString(), user().toString(), api().toString());
    }

    private static ObjectNode entity(String kind) {
        ObjectNode entity = JSON.createObjectNode()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", kind);
        entity.putObject("metadata").put("name", NAME).put("title", WORD).put("description", WORD);
        entity.putObject("spec");
        return entity;
    }

    private static ObjectNode component() {
        ObjectNode component = entity("Component");
        ObjectNode metadata = component.withObject("/metadata");
        metadata.putArray("tags").add(NAME).add("second-" + "t".repeat(50));
        metadata.putObject("annotations")
                .put("example.com/note", WORD)
                .put("backstage.io/view-url", "https://a.example/" + WORD);
        metadata.putArray("links")
                .addObject()
                .put("url", "https://a.example/" + WORD)
                .put("title", WORD);
        ArrayNode needed = component
                .withObject("/spec")
                .put("type", WORD)
                .put("lifecycle", WORD)
                .put("owner", NAME)
                .put("system", NAME)
                .putArray("dependsOn");
        IntStream.range(0, NEEDED).forEach(number -> needed.add("resource:default/r" + number + "-" + "n".repeat(50)));
        needed.add("no reference " + WORD);
        return component;
    }

    private static ObjectNode group() {
        ObjectNode group = entity("Group");
        group.withObject("/spec").put("type", WORD).putArray("children");
        return profiled(group);
    }

    private static ObjectNode user() {
        ObjectNode user = entity("User");
        user.withObject("/spec").putArray("memberOf").add(NAME);
        return profiled(user);
    }

    private static ObjectNode profiled(ObjectNode entity) {
        entity.withObject("/spec").putObject("profile").put("displayName", WORD).put("email", WORD + "@a.example");
        return entity;
    }

    private static ObjectNode api() {
        ObjectNode definition = JSON.createObjectNode().put("openapi", "3.1.0");
        definition.putObject("info").put("title", WORD).put("version", WORD).put("description", WORD);
        definition
                .putArray("servers")
                .addObject()
                .put("url", "https://a.example/" + WORD)
                .put("description", WORD);
        ObjectNode get = definition.putObject("paths").putObject("/" + WORD).putObject("get");
        get.put("operationId", WORD).put("summary", WORD).put("description", WORD);
        get.putArray("parameters")
                .addObject()
                .put("name", WORD)
                .put("in", "query")
                .put("description", WORD);
        ObjectNode api = entity("API");
        api.withObject("/spec")
                .put("type", "openapi")
                .put("lifecycle", "production")
                .put("owner", NAME)
                .put("definition", definition.toString());
        return api;
    }
}
