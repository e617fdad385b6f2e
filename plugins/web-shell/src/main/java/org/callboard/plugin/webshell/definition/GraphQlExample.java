package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.List;

/** A request for one field of a root type, as somebody might begin to write it. */
final class GraphQlExample {

    private static final int MOST_FIELDS = 12;

    private GraphQlExample() {}

    static String of(GraphQlTypes types, String operation, GraphQlTypes.Field field) {
        List<String> variables = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (GraphQlTypes.Field argument : field.arguments()) {
            variables.add("$" + argument.name() + ": " + argument.type());
            arguments.add(argument.name() + ": $" + argument.name());
        }
        return Limits.text(operation + list(variables) + " {\n  " + field.name() + list(arguments)
                + selection(types, field.type(), "  ", 0) + "\n}");
    }

    private static String list(List<String> items) {
        return items.isEmpty() ? "" : "(" + String.join(", ", items) + ")";
    }

    private static String selection(GraphQlTypes types, String type, String indent, int depth) {
        GraphQlTypes.Type named = types.named(GraphQlDefinition.bare(type));
        if (named == null || named.fields().isEmpty() || named.keyword().equals("enum")) {
            return "";
        }
        StringBuilder selection = new StringBuilder(" {");
        int taken = 0;
        for (GraphQlTypes.Field field : named.fields()) {
            boolean isPlain = selectionFree(types, field.type());
            if (taken < MOST_FIELDS && field.arguments().isEmpty() && (isPlain || depth == 0)) {
                selection.append('\n').append(indent).append("  ").append(field.name());
                selection.append(isPlain ? "" : selection(types, field.type(), indent + "  ", depth + 1));
                taken++;
            }
        }
        if (taken == 0) {
            selection.append('\n').append(indent).append("  __typename");
        }
        return selection.append('\n').append(indent).append('}').toString();
    }

    private static boolean selectionFree(GraphQlTypes types, String type) {
        GraphQlTypes.Type named = types.named(GraphQlDefinition.bare(type));
        return named == null
                || named.keyword().equals("enum")
                || named.keyword().equals("scalar");
    }
}
