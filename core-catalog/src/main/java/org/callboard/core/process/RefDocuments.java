package org.callboard.core.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.ParsedValue;
import org.callboard.core.read.Resource;
import org.callboard.core.read.UnreadableException;
import org.jspecify.annotations.Nullable;

/** The files that an API's description is written in, each read once, and where the references in them lead. */
final class RefDocuments {

    static final String REF = "$ref";

    private static final String CODE = "bad-ref";
    private static final int MOST_FILES = 200;
    private static final long MOST_BYTES = 4L << 20;
    private static final int MOST_HOPS = 50;
    private static final Set<String> TEXTS = Set.of("md", "txt", "html");

    private final DocumentParser parser;
    private final SourceInputs inputs;
    private final Map<Resource, ParsedValue> read = new HashMap<>();
    private final Map<Naming, Resource> names = new HashMap<>();
    private long bytes;

    RefDocuments(DocumentParser parser, SourceInputs inputs) {
        this.parser = parser;
        this.inputs = inputs;
    }

    /** A value in one of the files. */
    record Spot(Resource document, JsonPointer pointer) {

        static Spot whole(Resource document) {
            return new Spot(document, JsonPointer.WHOLE);
        }

        Spot then(String step) {
            return new Spot(document, pointer.then(step));
        }
    }

    private record Naming(Resource document, String path) {}

    private record Named(Resource document, List<String> steps) {}

    /** {@return whether it is a reference that can be followed; those to named anchors can't, and stay as they are} */
    static boolean isRef(Json.Obj object) {
        return object.get(REF) instanceof Json.Text text
                && (text.value().startsWith("#")
                        ? text.value().equals("#") || text.value().startsWith("#/")
                        : !text.value().isEmpty());
    }

    static String text(Json.Obj ref) {
        return ref.text(REF).orElse("");
    }

    /** {@return whether it says something besides where it leads} */
    static boolean isExtended(Json.Obj ref) {
        return ref.fields().size() > 1;
    }

    /** {@return what stands at a spot; it must have been found there} */
    Json value(Spot spot) throws UnreadableException {
        Json value = whole(spot.document());
        for (String step : spot.pointer().steps()) {
            value = Objects.requireNonNull(JsonPointer.step(value, step));
        }
        return value;
    }

    /** {@return whether a reference within a file leads to its value without going through other references} */
    boolean isDirect(Resource document, Json.Obj ref) throws UnreadableException {
        Json value = whole(document);
        for (String step : JsonPointer.steps(text(ref).substring(1)).orElse(List.of())) {
            if (value instanceof Json.Obj object && isRef(object)) {
                return false;
            }
            Json next = JsonPointer.step(value, step);
            if (next == null) {
                return true;
            }
            value = next;
        }
        return true;
    }

    /** {@return where a reference leads in the end, when those that stand in the way have been followed} */
    Spot follow(Spot from, Json.Obj ref) throws UnreadableException {
        try {
            return end(named(from.document(), text(ref)));
        } catch (UnreadableException e) {
            if (e.problem().position().line() > 0) {
                throw e;
            }
            throw new UnreadableException(
                    CODE,
                    place(from),
                    "The $ref to " + Texts.quote(text(ref)) + " can't be followed: "
                            + e.problem().reason(),
                    e.problem().fix());
        }
    }

    private record Walk(Spot reached, @Nullable Named onward) {}

    private Spot end(Named start) throws UnreadableException {
        Named named = start;
        for (int hops = 0; hops <= MOST_HOPS; hops++) {
            Walk walk = walk(named);
            if (walk.onward() == null) {
                return walk.reached();
            }
            named = walk.onward();
        }
        throw new UnreadableException(
                CODE, "It leads to references without end.", "Let one of them say what is meant.");
    }

    /** Goes as far as to the next reference that has to be followed. */
    private Walk walk(Named named) throws UnreadableException {
        Spot spot = Spot.whole(named.document());
        Json value = whole(named.document());
        for (int i = 0; ; i++) {
            String step = i < named.steps().size() ? named.steps().get(i) : null;
            if (value instanceof Json.Obj ref && isRef(ref) && isInTheWay(ref, step)) {
                Named target = named(named.document(), text(ref));
                List<String> steps = new ArrayList<>(target.steps());
                steps.addAll(named.steps().subList(i, named.steps().size()));
                return new Walk(spot, new Named(target.document(), steps));
            }
            if (step == null) {
                return new Walk(spot, null);
            }
            spot = spot.then(step);
            value = existing(JsonPointer.step(value, step), spot);
        }
    }

    /** What a reference says besides where it leads hides what is there. */
    private static boolean isInTheWay(Json.Obj ref, @Nullable String step) {
        return step == null ? !isExtended(ref) : ref.get(step) == null;
    }

    private Json existing(@Nullable Json value, Spot spot) throws UnreadableException {
        if (value == null) {
            String file = inputs.shown(spot.document().target());
            throw new UnreadableException(
                    CODE,
                    file + " has nothing at " + Texts.quote(spot.pointer().toString()) + ".",
                    "Correct the pointer.");
        }
        return value;
    }

    private Named named(Resource document, String ref) throws UnreadableException {
        int hash = ref.indexOf('#');
        String path = hash < 0 ? ref : ref.substring(0, hash);
        List<String> steps = JsonPointer.steps(hash < 0 ? "" : ref.substring(hash + 1))
                .orElseThrow(() -> new UnreadableException(
                        CODE,
                        "Behind '#' stands no pointer.",
                        "Write the way to the value, as #/components/schemas/Pet."));
        return new Named(path.isEmpty() ? document : resolve(document, path), steps);
    }

    private Resource resolve(Resource document, String path) throws UnreadableException {
        Naming naming = new Naming(document, path);
        Resource known = names.get(naming);
        if (known == null) {
            boolean file = document.type().equals(Resource.FILE);
            known = inputs.resolve(document, file ? Percent.decode(path) : path);
            names.put(naming, known);
        }
        return known;
    }

    /** {@return the value of a whole file} */
    Json whole(Resource document) throws UnreadableException {
        ParsedValue known = read.get(document);
        if (known == null) {
            known = read(document);
            read.put(document, known);
        }
        return known.value();
    }

    private ParsedValue read(Resource document) throws UnreadableException {
        if (read.size() >= MOST_FILES || bytes > MOST_BYTES) {
            throw new UnreadableException(
                    CODE,
                    "The description is spread over more than " + MOST_FILES + " files or " + MOST_BYTES + " bytes.",
                    "Bundle it before, and name the bundle by $text.");
        }
        byte[] content = inputs.read(document);
        bytes += content.length;
        String target = document.target();
        String extension = target.substring(target.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TEXTS.contains(extension) ? parser.textValue(content, target) : parser.value(content, target);
    }

    private SourcePosition place(Spot ref) {
        List<String> path = new ArrayList<>(ref.pointer().steps());
        path.add(REF);
        return Objects.requireNonNull(read.get(ref.document())).positions().value(path);
    }
}
