package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of a GraphQL schema in its definition language; what extends a type is added to it. */
final class GraphQlTypes {

    private static final int DEEPEST = 20;

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, String> roots =
            new LinkedHashMap<>(Map.of("query", "Query", "mutation", "Mutation", "subscription", "Subscription"));
    private final Tokens tokens;

    private GraphQlTypes(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A type.
     *
     * @param keyword what it was defined with
     * @param others the types that it implements or is one of
     */
    record Type(String keyword, String name, String description, List<String> others, List<Field> fields) {}

    /** A field, an argument or a value of an enum. */
    record Field(
            String name, String type, String description, String initial, boolean deprecated, List<Field> arguments) {}

    static GraphQlTypes read(Tokens tokens) throws UnreadableDefinitionException {
        GraphQlTypes schema = new GraphQlTypes(tokens);
        while (!tokens.isAtEnd()) {
            schema.definition();
        }
        return schema;
    }

    Collection<Type> all() {
        return types.values();
    }

    @Nullable Type named(String name) {
        return types.get(name);
    }

    @Nullable Type root(String operation) {
        return types.get(roots.getOrDefault(operation, ""));
    }

    boolean isRoot(String name) {
        return roots.containsValue(name);
    }

    private void definition() throws UnreadableDefinitionException {
        String description = description();
        tokens.skip("extend");
        String keyword = tokens.word();
        switch (keyword) {
            case "schema" -> schema();
            case "type", "interface", "input", "enum" -> withFields(keyword, description);
            case "union" -> union(description);
            case "scalar" -> add(new Type(keyword, tokens.word(), description, List.of(), List.of()));
            case "directive" -> directive(description);
            case "query", "mutation", "subscription", "fragment" -> operation();
            default -> throw tokens.wrong("a type, after '" + Limits.name(keyword) + "',");
        }
        directives();
    }

    private String description() {
        return tokens.peek().type() == Tokens.Type.TEXT
                ? tokens.take().text()
                : tokens.peek().comment();
    }

    private void schema() throws UnreadableDefinitionException {
        directives();
        if (tokens.skip("{")) {
            while (!tokens.skip("}")) {
                description();
                String operation = tokens.word();
                tokens.expect(":");
                roots.put(operation, tokens.word());
            }
        }
    }

    private void withFields(String keyword, String description) throws UnreadableDefinitionException {
        String name = tokens.word();
        List<String> others = new ArrayList<>();
        if (tokens.skip("implements")) {
            tokens.skip("&");
            do {
                others.add(tokens.word());
            } while (tokens.skip("&") || tokens.peek().type() == Tokens.Type.WORD);
        }
        directives();
        List<Field> fields = tokens.skip("{") ? fields("}", keyword.equals("enum"), 0) : List.of();
        add(new Type(keyword, name, description, others, fields));
    }

    private void union(String description) throws UnreadableDefinitionException {
        String name = tokens.word();
        directives();
        List<String> others = new ArrayList<>();
        if (tokens.skip("=")) {
            tokens.skip("|");
            do {
                others.add(tokens.word());
            } while (tokens.skip("|"));
        }
        add(new Type("union", name, description, others, List.of()));
    }

    private void directive(String description) throws UnreadableDefinitionException {
        tokens.expect("@");
        String name = "@" + tokens.word();
        List<Field> arguments = tokens.skip("(") ? fields(")", false, 1) : List.of();
        tokens.skip("repeatable");
        tokens.expect("on");
        tokens.skip("|");
        List<String> places = new ArrayList<>();
        do {
            places.add(tokens.word());
        } while (tokens.skip("|"));
        add(new Type("directive", name, description, places, arguments));
    }

    /** A request in a schema's file is no part of the schema. */
    private void operation() {
        while (!tokens.isAtEnd() && !tokens.skip("{")) {
            tokens.take();
        }
        tokens.balanced("{", "}");
    }

    private List<Field> fields(String end, boolean areValues, int depth) throws UnreadableDefinitionException {
        List<Field> fields = new ArrayList<>();
        while (!tokens.skip(end)) {
            String description = description();
            String name = tokens.word();
            List<Field> arguments = depth == 0 && tokens.skip("(") ? fields(")", false, 1) : List.of();
            String type = "";
            if (!areValues) {
                tokens.expect(":");
                type = type(0);
            }
            String initial = tokens.skip("=") ? "default " + value() : "";
            fields.add(new Field(name, type, description, initial, directives(), arguments));
        }
        return fields;
    }

    private String type(int depth) throws UnreadableDefinitionException {
        if (depth > DEEPEST) {
            throw tokens.wrong("a type that is nested less deeply");
        }
        String type;
        if (tokens.skip("[")) {
            type = "[" + type(depth + 1) + "]";
            tokens.expect("]");
        } else {
            type = tokens.word();
        }
        return tokens.skip("!") ? type + "!" : type;
    }

    private String value() {
        if (tokens.skip("[")) {
            return "[" + tokens.balanced("[", "]") + "]";
        } else if (tokens.skip("{")) {
            return "{" + tokens.balanced("{", "}") + "}";
        }
        return tokens.take().text();
    }

    /** {@return whether one of them says that it is deprecated} */
    private boolean directives() throws UnreadableDefinitionException {
        boolean deprecated = false;
        while (tokens.skip("@")) {
            deprecated |= tokens.word().equals("deprecated");
            if (tokens.skip("(")) {
                tokens.balanced("(", ")");
            }
        }
        return deprecated;
    }

    private void add(Type type) {
        types.merge(type.name(), type, (old, more) -> {
            List<Field> fields = new ArrayList<>(old.fields());
            fields.addAll(more.fields());
            List<String> others = new ArrayList<>(old.others());
            others.addAll(more.others());
            String description = old.description().isEmpty() ? more.description() : old.description();
            return new Type(old.keyword(), old.name(), description, others, fields);
        });
    }
}
