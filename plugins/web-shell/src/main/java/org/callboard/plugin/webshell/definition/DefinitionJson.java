package org.callboard.plugin.webshell.definition;

import java.util.List;
import java.util.function.Function;
import org.callboard.api.model.Json;
import org.callboard.plugin.webshell.view.Prose;
import org.jspecify.annotations.Nullable;

/** Definitions as the page reads them; what is Markdown in them is HTML by then, which can do no harm. */
public final class DefinitionJson {

    private DefinitionJson() {}

    /** {@return the definition as JSON} */
    public static Json.Builder of(Definition definition) {
        return Json.object()
                .put("format", definition.format())
                .put("language", definition.language())
                .put("title", full(definition.title()))
                .put("version", full(definition.version()))
                .put("description", prose(definition.description()))
                .put("servers", array(definition.servers(), DefinitionJson::server))
                .put("sections", array(definition.sections(), DefinitionJson::section))
                .put("notes", Json.ofTexts(definition.notes()));
    }

    private static Json server(Definition.Server server) {
        return Json.object()
                .put("address", server.address())
                .put("description", full(server.description()))
                .build();
    }

    private static Json section(Definition.Section section) {
        return Json.object()
                .put("title", section.title())
                .put("description", prose(section.description()))
                .put("items", array(section.items(), DefinitionJson::item))
                .build();
    }

    private static Json item(Definition.Item item) {
        return Json.object()
                .put("id", item.id())
                .put("mark", full(item.mark()))
                .put("name", item.name())
                .put("summary", full(item.summary()))
                .put("deprecated", yes(item.deprecated()))
                .put("description", item.description().equals(item.summary()) ? null : prose(item.description()))
                .put("parts", array(item.parts(), DefinitionJson::part))
                .build();
    }

    private static Json part(Definition.Part part) {
        if (part instanceof Definition.Sample sample) {
            return Json.object()
                    .put("title", sample.title())
                    .put("language", sample.language())
                    .put("text", sample.text())
                    .build();
        }
        if (part instanceof Definition.Call call) {
            return call(call);
        }
        Definition.Fields fields = (Definition.Fields) part;
        return Json.object()
                .put("title", fields.title())
                .put("type", full(fields.kind().text()))
                .put("target", full(fields.kind().target()))
                .put("description", prose(fields.description()))
                .put("fields", array(fields.fields(), DefinitionJson::field))
                .build();
    }

    private static Json call(Definition.Call call) {
        Json.Builder json = Json.object()
                .put("method", call.method())
                .put("path", call.path())
                .put("inputs", array(call.inputs(), DefinitionJson::input))
                .put("type", full(call.type()))
                .put("body", full(call.body()));
        return Json.object().put("title", "Call").put("call", json.build()).build();
    }

    private static Json input(Definition.Input input) {
        return Json.object()
                .put("key", input.key())
                .put("place", input.place().word())
                .put("name", input.name())
                .put("required", yes(input.required()))
                .put("secret", yes(input.secret()))
                .put("about", full(input.about()))
                .put("example", full(input.example()))
                .build();
    }

    private static Json field(Definition.Field field) {
        return Json.object()
                .put("name", field.name())
                .put("depth", field.depth() == 0 ? null : Json.of(field.depth()))
                .put("type", full(field.kind().text()))
                .put("target", full(field.kind().target()))
                .put("required", yes(field.required()))
                .put("deprecated", yes(field.deprecated()))
                .put("description", prose(field.description()))
                .put("rule", full(field.rule()))
                .build();
    }

    private static @Nullable String prose(String markdown) {
        return markdown.isBlank() ? null : Prose.html(markdown);
    }

    private static @Nullable String full(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Json yes(boolean value) {
        return value ? Json.Bool.TRUE : null;
    }

    private static <T> Json.Arr array(List<T> items, Function<T, Json> json) {
        return new Json.Arr(items.stream().map(json).toList());
    }
}
