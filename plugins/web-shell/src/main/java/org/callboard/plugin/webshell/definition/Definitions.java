package org.callboard.plugin.webshell.definition;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;

/** Reads the definitions of APIs; what can't be read is shown as text, and says why. */
public final class Definitions {

    static final int LONGEST = 2_000_000;

    private static final Pattern TREE =
            Pattern.compile("(?m)^\\s{0,8}[{,]?\\s{0,8}[\"']?(openapi|swagger|asyncapi)[\"']?\\s{0,8}:");
    private static final Pattern PROTO = Pattern.compile(
            "(?m)^\\s{0,8}(syntax\\s{0,8}=|edition\\s{0,8}=|(message|service|enum)\\s{1,8}\\w+\\s{0,8}\\{)");
    private static final Pattern GRAPHQL = Pattern.compile(
            "(?m)^\\s{0,8}(extend\\s{1,8})?(type|input|interface|union|enum|scalar|schema|directive)\\b[^=;:]{0,200}[{=@]");

    private Definitions() {}

    /**
     * {@return what a definition says}
     *
     * @param type the API's {@code spec.type}, which is believed only where the text does not tell
     */
    public static Definition of(String type, String text) {
        String hint = type.toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            return Definition.text(hint, List.of("It is too long to be taken apart, and is shown as text."));
        }
        Limits limits = new Limits();
        try {
            Definition definition = read(hint, text, limits);
            return definition.items() > 0 || !definition.title().isEmpty() ? definition : plain(hint, limits);
        } catch (UnreadableDefinitionException wrong) {
            limits.note("It can't be read as " + named(hint, text) + ". " + wrong.getMessage());
            return plain(language(hint, text), limits);
        }
    }

    private static Definition read(String hint, String text, Limits limits) throws UnreadableDefinitionException {
        return switch (named(hint, text)) {
            case "OpenAPI", "AsyncAPI" -> tree(hint, text, limits);
            case "protobuf" -> new ProtobufDefinition(text, limits).read();
            case "GraphQL" -> new GraphQlDefinition(text, limits).read();
            default -> plain(language(hint, text), limits);
        };
    }

    private static Definition tree(String hint, String text, Limits limits) throws UnreadableDefinitionException {
        Json.Obj root = TreeText.read(text);
        String language = text.stripLeading().startsWith("{") ? "json" : "yaml";
        if (root.get("asyncapi") != null) {
            return new AsyncApiDefinition(new Document(root, limits), language).read();
        }
        if (root.get("openapi") != null || root.get("swagger") != null) {
            return new OpenApiDefinition(new Document(root, limits), language).read();
        }
        return plain(hint.equals("openapi") || hint.equals("asyncapi") ? language : hint, limits);
    }

    private static String named(String hint, String text) {
        String start = text.substring(0, Math.min(text.length(), 20_000));
        if (TREE.matcher(start).find() || hint.equals("openapi") || hint.equals("swagger")) {
            return start.contains("asyncapi") && !start.contains("openapi") ? "AsyncAPI" : "OpenAPI";
        } else if (hint.equals("asyncapi")) {
            return "AsyncAPI";
        } else if (hint.equals("graphql")) {
            return "GraphQL";
        } else if (hint.equals("grpc")
                || hint.startsWith("proto")
                || (PROTO.matcher(start).find() && start.contains(";"))) {
            return "protobuf";
        }
        return GRAPHQL.matcher(start).find() && !start.contains(";") ? "GraphQL" : "text";
    }

    private static String language(String hint, String text) {
        return switch (named(hint, text)) {
            case "OpenAPI", "AsyncAPI" -> text.stripLeading().startsWith("{") ? "json" : "yaml";
            case "protobuf" -> "protobuf";
            case "GraphQL" -> "graphql";
            default -> hint;
        };
    }

    private static Definition plain(String language, Limits limits) {
        return Definition.text(language, limits.notes());
    }
}
