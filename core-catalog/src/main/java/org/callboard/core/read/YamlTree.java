package org.callboard.core.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Texts;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/** Builds one document from parser events, so that every limit holds before anything has been built. Used once. */
final class YamlTree {

    private static final String STANDARD = "tag:yaml.org,2002:";

    private final Parser events;
    private final ReadLimits limits;
    private final String target;
    private final int lineOffset;
    private final Map<String, Optional<Node>> anchors = new HashMap<>();
    private int aliases;
    private long aliasWeight;

    YamlTree(Parser events, ReadLimits limits, String target, int firstLine) {
        this.events = events;
        this.limits = limits;
        this.target = target;
        this.lineOffset = firstLine;
    }

    /** {@return the document's one value} */
    Node read() throws UnreadableException {
        events.next();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return new Node(Json.Null.NULL, Place.item(lineOffset, 1, List.of()), 0);
        }
        events.next();
        Node node = value(events.next(), 1);
        events.next();
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw refuse(
                    "yaml-syntax",
                    events.peekEvent(),
                    "Another document starts here.",
                    "Put '---' on a line before it.");
        }
        return node;
    }

    private Node value(Event event, int depth) throws UnreadableException {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        Optional<String> anchor = anchor(event);
        anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
        Node node =
                event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event, depth);
        anchor.ifPresent(name -> anchors.put(name, Optional.of(node)));
        return node;
    }

    private static Optional<String> anchor(Event event) {
        return event instanceof NodeEvent node ? node.getAnchor().map(anchor -> anchor.getValue()) : Optional.empty();
    }

    private Node alias(AliasEvent event) throws UnreadableException {
        String name = event.getAlias().getValue();
        Optional<Node> node = anchors.get(name);
        if (node == null) {
            throw refuse(
                    "yaml-syntax",
                    event,
                    "The alias " + Texts.quote("*" + name) + " refers to nothing: no '&" + name + "' comes before it.",
                    "Put the value in quotes if it is meant to be a text.");
        }
        if (node.isEmpty()) {
            throw refuse(
                    "recursive-alias",
                    event,
                    "The alias " + Texts.quote("*" + name) + " is part of what it refers to.",
                    "Write the value out, without the alias.");
        }
        countAlias(event, node.get());
        Place place = node.get().place();
        return new Node(
                node.get().value(),
                Place.item(line(event), column(event), place.inner()),
                node.get().weight());
    }

    /** Aliases of aliases multiply: what counts is how much they come to, written out. */
    private void countAlias(AliasEvent event, Node node) throws UnreadableException {
        aliases++;
        aliasWeight += node.weight();
        if (aliases > limits.aliases() || aliasWeight > limits.fileBytes()) {
            throw refuse(
                    "too-many-aliases",
                    event,
                    "The document has too many YAML aliases: " + aliases + " up to here, which come to " + aliasWeight
                            + " characters; allowed are " + limits.aliases() + " and " + limits.fileBytes() + ".",
                    "Write the values out, without aliases.");
        }
    }

    private Node scalar(ScalarEvent event) throws UnreadableException {
        String text = event.getValue();
        Json value = event.isPlain() && event.getTag().isEmpty() ? plain(event) : tagged(event);
        return new Node(value, Place.item(line(event), column(event), List.of()), 1L + text.length());
    }

    private Json plain(ScalarEvent event) throws UnreadableException {
        Json value = YamlScalars.resolve(event.getValue())
                .orElseThrow(() -> Refusals.numberRange(event.getValue(), position(event)));
        return value instanceof Json.Text text ? new Json.Text(clean(text.value(), event)) : value;
    }

    private Json tagged(ScalarEvent event) throws UnreadableException {
        String tag = event.getTag().orElse("!");
        if (tag.equals("!") || tag.equals(STANDARD + "str")) {
            return new Json.Text(clean(event.getValue(), event));
        }
        Json value = isStandard(tag) ? YamlScalars.resolve(event.getValue()).orElse(Json.Null.NULL) : Json.Null.NULL;
        boolean fits = switch (tag.substring(Math.min(tag.length(), STANDARD.length()))) {
            case "int", "float" -> value instanceof Json.Num;
            case "bool" -> value instanceof Json.Bool;
            case "null" -> value == Json.Null.NULL;
            default -> false;
        };
        if (!isStandard(tag) || !fits) {
            throw customTag(event, tag);
        }
        return value;
    }

    private static boolean isStandard(String tag) {
        return tag.startsWith(STANDARD);
    }

    private UnreadableException customTag(Event event, String tag) {
        String shown = isStandard(tag) ? "!!" + tag.substring(STANDARD.length()) : tag;
        return refuse(
                "custom-tag",
                event,
                "The YAML tag " + Texts.quote(shown) + " is not taken here: only plain types are.",
                "Take the tag out, or put the value in quotes.");
    }

    private String clean(String text, Event event) throws UnreadableException {
        if (!Refusals.isClean(text)) {
            throw Refusals.badCharacter(text, position(event));
        }
        return text;
    }

    private Node collection(CollectionStartEvent event, int depth) throws UnreadableException {
        if (depth > limits.depth()) {
            throw Refusals.tooDeep(limits.depth(), position(event));
        }
        boolean list = event.getEventId() == Event.ID.SequenceStart;
        String tag = event.getTag().orElse("!");
        if (!tag.equals("!") && !tag.equals(STANDARD + (list ? "seq" : "map"))) {
            throw customTag(event, tag);
        }
        return list ? list(event, depth) : object(event, depth);
    }

    private Node list(Event start, int depth) throws UnreadableException {
        List<Json> items = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        long weight = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            Node item = value(event, depth + 1);
            items.add(item.value());
            places.add(item.place());
            weight += item.weight();
        }
        return new Node(new Json.Arr(items), Place.item(line(start), column(start), places), weight);
    }

    private Node object(Event start, int depth) throws UnreadableException {
        Map<String, Json> fields = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        long weight = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            String key = key(event);
            if (fields.containsKey(key)) {
                Place first = places.get(new ArrayList<>(fields.keySet()).indexOf(key));
                throw Refusals.duplicateKey(key, first.keyLine(), position(event));
            }
            Node value = value(events.next(), depth + 1);
            fields.put(key, value.value());
            places.add(value.place().withKey(line(event), column(event)));
            weight += value.weight() + key.length();
        }
        return new Node(new Json.Obj(fields), Place.item(line(start), column(start), places), weight);
    }

    private String key(Event event) throws UnreadableException {
        if (!(event instanceof ScalarEvent scalar)) {
            throw refuse(
                    "bad-key",
                    event,
                    "The key of a field must be a text, but is a list, an object or an alias.",
                    "Put the key in quotes; a value that starts with '{' or '[' needs quotes too.");
        }
        String tag = scalar.getTag().orElse("!");
        if (!tag.equals("!") && !tag.equals(STANDARD + "str")) {
            throw customTag(event, tag);
        }
        return clean(scalar.getValue(), event);
    }

    private UnreadableException refuse(String code, Event event, String reason, String fix) {
        return new UnreadableException(code, position(event), reason, fix);
    }

    private SourcePosition position(Event event) {
        return new SourcePosition(target, line(event), column(event));
    }

    private int line(Event event) {
        return lineOffset + event.getStartMark().map(Mark::getLine).orElse(0);
    }

    private static int column(Event event) {
        return 1 + event.getStartMark().map(Mark::getColumn).orElse(0);
    }
}
