package org.callboard.plugin.webshell.definition;

import java.util.List;
import org.callboard.plugin.webshell.definition.Definition.Field;
import org.callboard.plugin.webshell.definition.Definition.Fields;
import org.callboard.plugin.webshell.definition.Definition.Item;
import org.callboard.plugin.webshell.definition.Definition.Sample;

/** Finds things in definitions. */
final class Find {

    private Find() {}

    static List<String> sections(Definition definition) {
        return definition.sections().stream().map(Definition.Section::title).toList();
    }

    static List<Item> items(Definition definition) {
        return definition.sections().stream()
                .flatMap(section -> section.items().stream())
                .toList();
    }

    static Item item(Definition definition, String mark, String name) {
        return items(definition).stream()
                .filter(item -> item.mark().equals(mark) && item.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(mark + " " + name + " is not among "
                        + items(definition).stream()
                                .map(item -> item.mark() + " " + item.name())
                                .toList()));
    }

    static Fields fields(Item item, String title) {
        return item.parts().stream()
                .filter(Fields.class::isInstance)
                .map(Fields.class::cast)
                .filter(fields -> fields.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not among "
                        + item.parts().stream().filter(Fields.class::isInstance).toList()));
    }

    static List<String> names(Fields fields) {
        return fields.fields().stream().map(Field::name).toList();
    }

    static Field field(Fields fields, String name) {
        return fields.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String sample(Item item, String title) {
        return item.parts().stream()
                .filter(Sample.class::isInstance)
                .map(Sample.class::cast)
                .filter(sample -> sample.title().equals(title))
                .map(Sample::text)
                .findFirst()
                .orElseThrow();
    }
}
