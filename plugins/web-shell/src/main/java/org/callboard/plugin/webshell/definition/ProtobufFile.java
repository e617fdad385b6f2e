package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a protobuf file of any edition declares. Options are passed over, but for those that say that something is deprecated. */
final class ProtobufFile {

    private static final int DEEPEST = 40;
    private static final String DEPRECATED = "deprecated = true";

    final List<String> imports = new ArrayList<>();
    final List<Proto.Service> services = new ArrayList<>();
    final List<Proto.Message> messages = new ArrayList<>();
    String syntax = "proto2";
    String pack = "";
    String description = "";

    private final Map<String, Proto.Message> byName = new HashMap<>();
    private final Tokens tokens;

    private ProtobufFile(Tokens tokens) {
        this.tokens = tokens;
    }

    static ProtobufFile read(Tokens tokens) throws UnreadableDefinitionException {
        ProtobufFile file = new ProtobufFile(tokens);
        while (!tokens.isAtEnd()) {
            file.declaration();
        }
        return file;
    }

    /** {@return the message that a name means within another, or null where it is declared elsewhere} */
    Proto.@Nullable Message find(String scope, String name) {
        String plain = name.replaceFirst("^\\.", "");
        for (String around = scope; ; around = around.substring(0, Math.max(0, around.lastIndexOf('.')))) {
            Proto.Message found = byName.get(around.isEmpty() ? plain : around + "." + plain);
            if (found != null) {
                return found;
            } else if (around.isEmpty()) {
                boolean isOwn = !pack.isEmpty() && plain.startsWith(pack + ".");
                return isOwn ? byName.get(plain.substring(pack.length() + 1)) : null;
            }
        }
    }

    private void declaration() throws UnreadableDefinitionException {
        if (tokens.skip(";")) {
            return;
        }
        String said = tokens.peek().comment();
        String keyword = tokens.word();
        switch (keyword) {
            case "syntax", "edition", "package", "import", "option" -> heading(keyword);
            case "message", "enum" -> message(keyword, "", said, 0);
            case "service" -> service(said);
            case "extend" -> message("message", "extend ", said, 0);
            default -> throw tokens.wrong("a message, an enum or a service, after '" + Limits.name(keyword) + "',");
        }
    }

    private void heading(String keyword) throws UnreadableDefinitionException {
        if (keyword.equals("package")) {
            pack = tokens.word();
        } else if (keyword.equals("import")) {
            if (tokens.is("public") || tokens.is("weak") || tokens.is("option")) {
                String unused = tokens.word();
            }
            imports.add(tokens.take().text());
        } else if (!keyword.equals("option")) {
            tokens.expect("=");
            syntax = keyword.equals("edition")
                    ? "edition " + tokens.take().text()
                    : tokens.take().text();
        }
        String unused = statement();
    }

    /** Passes over the rest of a statement. {@return what it said} */
    private String statement() {
        StringBuilder passed = new StringBuilder();
        while (!tokens.isAtEnd() && !tokens.skip(";")) {
            if (tokens.skip("{")) {
                tokens.balanced("{", "}");
                if (tokens.skip(";") || !tokens.is("]")) {
                    break;
                }
            } else if (passed.length() < Limits.LONGEST_TEXT) {
                passed.append(tokens.take().text()).append(' ');
            } else {
                tokens.take();
            }
        }
        return passed.toString();
    }

    private void service(String said) throws UnreadableDefinitionException {
        String name = tokens.word();
        List<Proto.Method> methods = new ArrayList<>();
        tokens.expect("{");
        while (!tokens.skip("}")) {
            String comment = tokens.peek().comment();
            if (tokens.skip("rpc")) {
                methods.add(method(comment));
            } else if (tokens.isAtEnd()) {
                throw tokens.wrong("'}'");
            } else {
                String unused = statement();
            }
        }
        services.add(new Proto.Service(name, Limits.text(said), methods));
    }

    private Proto.Method method(String said) throws UnreadableDefinitionException {
        String name = tokens.word();
        tokens.expect("(");
        boolean takesMany = tokens.skip("stream");
        String takes = tokens.word();
        tokens.expect(")");
        tokens.expect("returns");
        tokens.expect("(");
        boolean givesMany = tokens.skip("stream");
        String gives = tokens.word();
        tokens.expect(")");
        boolean deprecated = false;
        if (tokens.skip("{")) {
            deprecated = tokens.balanced("{", "}").contains(DEPRECATED);
        }
        tokens.skip(";");
        return new Proto.Method(name, Limits.text(said), takes, takesMany, gives, givesMany, deprecated);
    }

    private void message(String keyword, String around, String said, int depth) throws UnreadableDefinitionException {
        if (depth > DEEPEST) {
            throw tokens.wrong("a message that is nested less deeply");
        }
        String name = around + tokens.word();
        List<Proto.Field> fields = new ArrayList<>();
        int place = messages.size();
        tokens.expect("{");
        boolean deprecated = body(keyword, name, fields, "", depth);
        Proto.Message message = new Proto.Message(keyword, name, Limits.text(said), fields, deprecated);
        messages.add(place, message);
        byName.putIfAbsent(name, message);
    }

    /** {@return whether an option says that it is deprecated} */
    private boolean body(String keyword, String name, List<Proto.Field> fields, String oneOf, int depth)
            throws UnreadableDefinitionException {
        boolean deprecated = false;
        while (!tokens.skip("}")) {
            String said = tokens.peek().comment();
            if (tokens.skip("option")) {
                deprecated |= statement().contains(DEPRECATED);
            } else if (tokens.is("reserved") || tokens.is("extensions")) {
                String unused = statement();
            } else if (keyword.equals("message") && isNested()) {
                nested(name, fields, said, depth);
            } else if (!tokens.skip(";")) {
                fields.add(keyword.equals("enum") ? value(said) : field(said, oneOf, name, depth));
            }
        }
        return deprecated;
    }

    private boolean isNested() {
        return tokens.is("message") || tokens.is("enum") || tokens.is("oneof") || tokens.is("extend");
    }

    private void nested(String name, List<Proto.Field> fields, String said, int depth)
            throws UnreadableDefinitionException {
        String keyword = tokens.word();
        if (keyword.equals("oneof")) {
            String oneOf = tokens.word();
            tokens.expect("{");
            boolean unused = body("message", name, fields, oneOf, depth + 1);
        } else {
            message(keyword.equals("enum") ? "enum" : "message", name + ".", said, depth + 1);
        }
    }

    private Proto.Field value(String said) throws UnreadableDefinitionException {
        String name = tokens.word();
        tokens.expect("=");
        String number = tokens.word();
        return new Proto.Field(
                name, "", "", number, "", Limits.text(said), statement().contains(DEPRECATED));
    }

    private Proto.Field field(String said, String oneOf, String around, int depth)
            throws UnreadableDefinitionException {
        String label = "";
        if (tokens.is("repeated") || tokens.is("optional") || tokens.is("required")) {
            label = tokens.word();
        }
        String type = tokens.word();
        if (type.equals("map") && tokens.skip("<")) {
            type = "map<" + tokens.word();
            tokens.expect(",");
            type += ", " + tokens.word() + ">";
            tokens.expect(">");
        }
        String name = tokens.word();
        tokens.expect("=");
        String number = tokens.word();
        if (type.equals("group") && tokens.skip("{")) {
            boolean unused = body("message", around, new ArrayList<>(), "", depth + 1);
            return new Proto.Field(name, type, label, number, oneOf, Limits.text(said), false);
        }
        return new Proto.Field(
                name, type, label, number, oneOf, Limits.text(said), statement().contains(DEPRECATED));
    }
}
