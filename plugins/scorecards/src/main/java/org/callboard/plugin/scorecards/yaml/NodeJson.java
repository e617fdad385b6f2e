package org.callboard.plugin.scorecards.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Json;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Makes JSON of nodes, not more of it than a text without aliases could say. */
final class NodeJson {

    private static final int DEEPEST = 100;
    private static final int MOST = 200_000;

    private int made;

    Json value(Node node, int depth) throws YamlTrouble {
        made++;
        if (depth > DEEPEST || made > MOST) {
            throw new YamlTrouble(YamlTree.Place.START, "it is nested too deeply, or its aliases make too much of it");
        }
        if (node instanceof MappingNode map) {
            Map<String, Json> fields = new LinkedHashMap<>();
            for (NodeTuple field : map.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode key) {
                    fields.put(key.getValue(), value(field.getValueNode(), depth + 1));
                }
            }
            return new Json.Obj(fields);
        }
        if (node instanceof SequenceNode list) {
            List<Json> items = new ArrayList<>();
            for (Node item : list.getValue()) {
                items.add(value(item, depth + 1));
            }
            return new Json.Arr(items);
        }
        return node instanceof ScalarNode scalar ? scalar(scalar) : Json.Null.NULL;
    }

    private static Json scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return Json.Null.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true") ? Json.Bool.TRUE : Json.Bool.FALSE;
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            try {
                return new Json.Num(new BigDecimal(text));
            } catch (NumberFormatException none) {
                return Json.of(text);
            }
        }
        return Json.of(text);
    }
}
