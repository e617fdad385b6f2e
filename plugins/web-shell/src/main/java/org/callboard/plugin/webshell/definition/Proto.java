package org.callboard.plugin.webshell.definition;

import java.util.List;

/** What a protobuf file declares. */
final class Proto {

    private Proto() {}

    /** A service. */
    record Service(String name, String description, List<Method> methods) {}

    /** A method of a service. */
    record Method(
            String name,
            String description,
            String takes,
            boolean takesMany,
            String gives,
            boolean givesMany,
            boolean deprecated) {}

    /**
     * A message or an enum.
     *
     * @param name with those of the messages around it, with dots between
     */
    record Message(String keyword, String name, String description, List<Field> fields, boolean deprecated) {}

    /** A field, or a value of an enum. */
    record Field(
            String name,
            String type,
            String label,
            String number,
            String oneOf,
            String description,
            boolean deprecated) {}
}
