package org.callboard.core.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes YAML as people do: in blocks, fields in their order, quotes only where some reader of YAML would need them. */
public final class YamlText {

    /** What YAML 1.1 takes for something else than a text: words, dates, octal numbers, hours. */
    private static final Pattern OTHERWISE_IN_YAML_11 = Pattern.compile(
            "(?i:yes|no|on|off)|=|<<|\\d{4}-\\d{1,2}-\\d{1,2}.*|[-+]?[\\d_][\\d_,:]*(\\.[\\d_]*)?|[-+]?0b[01_]+");

    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSchema(new SharedSchema())
            .setSplitLines(false)
            .build();

    private YamlText() {}

    /**
     * {@return the value as a YAML document}
     *
     * @param most how long it may be
     * @throws UnreadableException where it would be longer
     */
    public static String of(Json value, int most) throws UnreadableException {
        BoundedWriter writer = new BoundedWriter(most);
        try {
            new Dump(SETTINGS).dumpNode(node(value), writer);
        } catch (TooLongException e) {
            throw new UnreadableException(
                    "file-too-large", "Written out it is longer than " + most + " characters.", "Split it.");
        }
        return writer.text.toString();
    }

    private static Node node(Json value) {
        if (value instanceof Json.Obj object) {
            List<NodeTuple> fields = new ArrayList<>(object.fields().size());
            object.fields().forEach((key, field) -> fields.add(new NodeTuple(text(key), node(field))));
            return new MappingNode(Tag.MAP, fields, fields.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (value instanceof Json.Arr array) {
            List<Node> items = array.items().stream().map(YamlText::node).toList();
            return new SequenceNode(Tag.SEQ, items, items.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (value instanceof Json.Num number) {
            String digits = number.value().toString();
            boolean whole = digits.indexOf('.') < 0 && digits.indexOf('E') < 0;
            return plain(whole ? Tag.INT : Tag.FLOAT, digits);
        }
        if (value instanceof Json.Text text) {
            return text(text.value());
        }
        return value == Json.Null.NULL
                ? plain(Tag.NULL, "null")
                : plain(Tag.BOOL, value == Json.Bool.TRUE ? "true" : "false");
    }

    private static Node plain(Tag tag, String text) {
        return new ScalarNode(tag, text, ScalarStyle.PLAIN);
    }

    private static Node text(String text) {
        boolean lines = text.indexOf('\n') >= 0;
        boolean quoted = OTHERWISE_IN_YAML_11.matcher(text).matches();
        return new ScalarNode(
                Tag.STR, text, lines ? ScalarStyle.LITERAL : quoted ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN);
    }

    /** The library's own would make a resolver, and compile its patterns, for every single text. */
    private static final class SharedSchema extends CoreSchema {

        private final ScalarResolver resolver = super.getScalarResolver();

        @Override
        public ScalarResolver getScalarResolver() {
            return resolver;
        }
    }

    private static final class BoundedWriter implements StreamDataWriter {

        private final StringBuilder text = new StringBuilder();
        private final int most;

        BoundedWriter(int most) {
            this.most = most;
        }

        @Override
        public void write(String part) {
            write(part, 0, part.length());
        }

        @Override
        public void write(String part, int offset, int length) {
            if (text.length() + length > most) {
                throw new TooLongException();
            }
            text.append(part, offset, offset + length);
        }
    }

    private static final class TooLongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super(null, null, false, false);
        }
    }
}
