package org.callboard.plugin.webshell.definition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a definition says, whatever its format.
 *
 * @param format for people, for example {@code OpenAPI 3.1.0}; {@code Text} where it is none that is known
 * @param language of its text, for highlighting
 * @param description Markdown
 * @param servers where it is served
 * @param sections the operations and types
 * @param notes what of it is not shown, and why
 */
public record Definition(
        String format,
        String language,
        String title,
        String version,
        String description,
        List<Server> servers,
        List<Section> sections,
        List<String> notes) {

    /** Copies the lists. */
    public Definition {
        servers = List.copyOf(servers);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /** {@return a text of which no more is known} */
    static Definition text(String language, List<String> notes) {
        return new Definition("Text", language, "", "", "", List.of(), List.of(), notes);
    }

    int items() {
        return sections.stream().mapToInt(section -> section.items().size()).sum();
    }

    /** An address that it is served at. */
    public record Server(String address, String description) {}

    /** Things that belong together. */
    record Section(String title, String description, List<Item> items) {
        Section {
            items = List.copyOf(items);
        }
    }

    /**
     * An operation, a message or a type.
     *
     * @param id unique in the definition, for links
     * @param mark one word on what it is, for example {@code GET} or {@code enum}
     * @param description Markdown
     */
    record Item(
            String id,
            String mark,
            String name,
            String summary,
            boolean deprecated,
            String description,
            List<Part> parts) {
        Item {
            parts = List.copyOf(parts);
        }
    }

    /** A part of what is known of an item. */
    sealed interface Part {}

    /** Named values, such as parameters or what an object has. */
    record Fields(String title, Kind kind, String description, List<Field> fields) implements Part {
        Fields {
            fields = List.copyOf(fields);
        }
    }

    /**
     * How an operation is called.
     *
     * @param path with the names of parameters in braces
     * @param type the media type of its body; empty where it takes none
     * @param body an example of its body
     */
    public record Call(String method, String path, List<Input> inputs, String type, String body) implements Part {
        /** Copies the inputs. */
        public Call {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * What a caller of an operation fills in.
     *
     * @param place {@code path}, {@code query} or {@code header}
     * @param prefix what goes before the value when it is sent, for example {@code Bearer }; empty for nothing
     * @param example empty for none, and for what is secret
     */
    public record Input(
            Place place, String name, String prefix, boolean required, boolean secret, String about, String example) {

        /** {@return what tells it from the call's others} */
        public String key() {
            return place.word() + "." + name;
        }
    }

    /** Where an input goes. */
    public enum Place {
        /** In a step of the path. */
        PATH,
        /** Behind the question mark. */
        QUERY,
        /** In a header. */
        HEADER;

        /** {@return its name in definitions} */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return how an operation is called, if it is one that can be} */
    public Optional<Call> call(String id) {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.id().equals(id))
                .flatMap(item -> item.parts().stream())
                .flatMap(part -> part instanceof Call call ? Stream.of(call) : Stream.empty())
                .findFirst();
    }

    /** A piece of text to read or copy. */
    record Sample(String title, String language, String text) implements Part {}

    /**
     * A named value.
     *
     * @param depth how deep it is nested, from 0
     * @param rule what its value must be like besides
     */
    record Field(
            String name, int depth, Kind kind, boolean required, boolean deprecated, String description, String rule) {}

    /**
     * The type of a value.
     *
     * @param target the id of the item that says more of it; empty for none
     */
    record Kind(String text, String target) {
        static final Kind NONE = new Kind("", "");

        static Kind of(String text) {
            return new Kind(text, "");
        }
    }
}
