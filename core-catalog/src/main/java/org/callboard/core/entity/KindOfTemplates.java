package org.callboard.core.entity;

import static org.callboard.api.ingest.Field.optional;
import static org.callboard.api.ingest.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.ingest.RelationRule;
import org.callboard.api.model.Json;

/** Software templates: what their forms and steps look like is checked before anybody fills one in. */
final class KindOfTemplates {

    private static final Set<String> LISTS_OF_OUTPUT = Set.of("links", "text");
    private static final Form OUTPUT = new Form(
            "an object whose fields, but for links and text, are texts",
            value -> value instanceof Json.Obj output
                    && output.fields().entrySet().stream()
                            .allMatch(field ->
                                    LISTS_OF_OUTPUT.contains(field.getKey()) || field.getValue() instanceof Json.Text),
            "Write a text for each result.");

    private KindOfTemplates() {}

    static EntityKind of(RelationRule ownedBy) {
        return new DeclaredKind(
                        "Template",
                        List.of("scaffolder.backstage.io/v1beta3"),
                        List.of(
                                required("spec", Shape.OBJECT),
                                required("spec.type", Shape.TEXT),
                                required("spec.steps", Shape.ARRAY),
                                optional("spec.owner", Shape.TEXT),
                                optional("spec.lifecycle", Shape.TEXT)),
                        List.of(ownedBy))
                .with(details());
    }

    private static List<Detail> details() {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.optional("spec.parameters", Form.OBJECT_OR_LIST));
        details.add(Detail.optional("spec.parameters.*", Form.OBJECT));
        addPermissions("spec.parameters", details);
        addPermissions("spec.parameters.*", details);
        addSteps(details);
        addDecorators("spec.formDecorators", details);
        addDecorators("spec.EXPERIMENTAL_formDecorators", details);
        addOutput(details);
        for (String path : List.of("spec.secrets", "spec.secrets.schema", "spec.EXPERIMENTAL_recovery")) {
            details.add(Detail.optional(path, Form.OBJECT));
        }
        details.add(Detail.optional("spec.EXPERIMENTAL_recovery.EXPERIMENTAL_strategy", Form.STRING));
        details.add(Detail.optional("spec.presentation", Form.OBJECT));
        details.add(Detail.optional("spec.presentation.buttonLabels", Form.OBJECT));
        for (String button : List.of("backButtonText", "createButtonText", "reviewButtonText")) {
            details.add(Detail.optional("spec.presentation.buttonLabels." + button, Form.STRING));
        }
        return details;
    }

    private static void addPermissions(String holder, List<Detail> details) {
        String path = holder + ".backstage:permissions";
        details.add(Detail.optional(path, Form.OBJECT));
        details.add(Detail.optional(path + ".tags", Form.LIST));
        details.add(Detail.optional(path + ".tags.*", Form.STRING));
    }

    private static void addSteps(List<Detail> details) {
        String step = "spec.steps.*";
        details.add(Detail.optional(step, Form.OBJECT));
        details.add(Detail.required(step + ".action", Form.STRING));
        details.add(Detail.optional(step + ".id", Form.STRING));
        details.add(Detail.optional(step + ".name", Form.STRING));
        details.add(Detail.optional(step + ".input", Form.OBJECT));
        details.add(Detail.optional(step + ".if", Form.CONDITION));
        addPermissions(step, details);
    }

    private static void addDecorators(String path, List<Detail> details) {
        details.add(Detail.optional(path, Form.LIST));
        details.add(Detail.optional(path + ".*", Form.OBJECT));
        details.add(Detail.optional(path + ".*.id", Form.STRING));
        details.add(Detail.optional(path + ".*.input", Form.OBJECT));
    }

    private static void addOutput(List<Detail> details) {
        details.add(Detail.optional("spec.output", OUTPUT));
        for (String list : List.of("spec.output.links", "spec.output.text")) {
            details.add(Detail.optional(list, Form.LIST));
            details.add(Detail.optional(list + ".*", Form.OBJECT));
            details.add(Detail.optional(list + ".*.if", Form.CONDITION));
            details.add(Detail.optional(list + ".*.title", Form.TEXT));
            details.add(Detail.optional(list + ".*.icon", Form.TEXT));
        }
        details.add(Detail.optional("spec.output.links.*.url", Form.TEXT));
        details.add(Detail.optional("spec.output.links.*.entityRef", Form.TEXT));
        details.add(Detail.optional("spec.output.text.*.content", Form.STRING));
    }
}
