package org.callboard.core.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.core.process.RefDocuments.Spot;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.Resource;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.read.YamlText;

/**
 * An API's description as one self-contained text: a reference to another file gives way to what it leads to, and where
 * several lead to the same, all but one of them come to point there. The one is that which is nearest to the root, since
 * there people look for it: below {@code components}, say. Used once.
 */
final class RefBundle {

    private static final int MOST_TEXT = 4 << 20;
    private static final int DEEPEST_REFS = 50;
    private static final int DEEPEST_OUTPUT = 200;

    private final Resource root;
    private final RefDocuments documents;
    private final Map<Spot, JsonPointer> homes = new HashMap<>();
    private final Map<Spot, JsonPointer> mergedHomes = new HashMap<>();

    /** Where references say more than where they lead: the fields that hide those of what they lead to. */
    private final Map<JsonPointer, Set<String>> hidden = new HashMap<>();

    private final Map<Copy, Decision> decisions = new HashMap<>();
    private final Queue<Site> open = new PriorityQueue<>(Site.NEAREST_FIRST);
    private long weight;
    private int found;

    private RefBundle(Resource root, RefDocuments documents) {
        this.root = root;
        this.documents = documents;
    }

    /** {@return the description as YAML} */
    static String of(Resource root, DocumentParser parser, SourceInputs inputs) throws UnreadableException {
        return YamlText.of(new RefBundle(root, new RefDocuments(parser, inputs)).bundle(), MOST_TEXT);
    }

    /**
     * A value of some file in the result.
     *
     * @param from where it was written
     * @param at where it comes to stand
     */
    private record Copy(Spot from, JsonPointer at) {
        Copy then(String step) {
            return new Copy(from.then(step), at.then(step));
        }
    }

    private record Site(Copy copy, Json.Obj ref, Set<String> hides, int indirections, int depth, int number) {
        static final Comparator<Site> NEAREST_FIRST = Comparator.<Site, Boolean>comparing(site -> !site.hides.isEmpty())
                .thenComparing(Site::indirections)
                .thenComparing(Site::depth)
                .thenComparing(Site::number);
    }

    /** What becomes of a reference. */
    private sealed interface Decision {
        /** It comes to point to another place in the result. */
        record Points(JsonPointer to) implements Decision {}

        /** It gives way to what it leads to. */
        record GivesWay(Spot to, Json content) implements Decision {}
    }

    private Json bundle() throws UnreadableException {
        Copy all = new Copy(Spot.whole(root), JsonPointer.WHOLE);
        Json value = documents.whole(root);
        if (!(value instanceof Json.Obj)) {
            throw new UnreadableException(
                    "not-an-object", "It holds no object.", "Write an OpenAPI or AsyncAPI description into it.");
        }
        homes.put(all.from(), all.at());
        scan(value, all, 0);
        for (Site site = open.poll(); site != null; site = open.poll()) {
            decide(site);
        }
        return built(value, all);
    }

    private void scan(Json value, Copy copy, int indirections) throws UnreadableException {
        weigh(value);
        if (value instanceof Json.Obj object) {
            if (RefDocuments.isRef(object) && !staysAsItIs(object, copy)) {
                int depth = copy.at().steps().size();
                open.add(new Site(copy, object, hides(object, copy.at()), indirections, depth, found++));
            }
            for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                scan(field.getValue(), copy.then(field.getKey()), indirections);
            }
        } else if (value instanceof Json.Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                scan(array.items().get(i), copy.then(Integer.toString(i)), indirections);
            }
        }
    }

    /** What parts of one file come to that are wanted each by itself can be far more than the file. */
    private void weigh(Json value) throws UnreadableException {
        weight += value instanceof Json.Text text ? 1 + text.value().length() : 1;
        if (weight > MOST_TEXT) {
            throw new UnreadableException(
                    "file-too-large",
                    "With all that its references lead to it is longer than " + MOST_TEXT + " characters.",
                    "Split it.");
        }
    }

    private boolean staysAsItIs(Json.Obj ref, Copy copy) throws UnreadableException {
        return copy.from().document().equals(root)
                && RefDocuments.text(ref).startsWith("#")
                && documents.isDirect(root, ref);
    }

    private Set<String> hides(Json.Obj ref, JsonPointer at) {
        Set<String> hides = new HashSet<>(hidden.getOrDefault(at, Set.of()));
        hides.addAll(ref.fields().keySet());
        hides.remove(RefDocuments.REF);
        return hides;
    }

    private void decide(Site site) throws UnreadableException {
        JsonPointer at = site.copy().at();
        boolean merged = !site.hides().isEmpty();
        Spot target = documents.follow(site.copy().from(), site.ref());
        Optional<JsonPointer> home = home(target, merged);
        if (home.isPresent()) {
            decisions.put(site.copy(), new Decision.Points(home.get()));
            return;
        }
        requireNotTooDeep(site);
        if (merged) {
            mergedHomes.put(target, at);
            hidden.put(at, site.hides());
        } else {
            homes.put(target, at);
        }
        Json content = without(documents.value(target), site.hides());
        decisions.put(site.copy(), new Decision.GivesWay(target, content));
        scan(content, new Copy(target, at), site.indirections() + 1);
    }

    private static void requireNotTooDeep(Site site) throws UnreadableException {
        if (site.indirections() >= DEEPEST_REFS || site.depth() > DEEPEST_OUTPUT) {
            throw new UnreadableException(
                    "too-deep",
                    "Its references lead more than " + DEEPEST_REFS + " files or " + DEEPEST_OUTPUT + " levels deep.",
                    "Let references further up lead there directly.");
        }
    }

    private static Json without(Json content, Set<String> hidden) {
        if (hidden.isEmpty() || !(content instanceof Json.Obj object)) {
            return content;
        }
        Map<String, Json> fields = new LinkedHashMap<>(object.fields());
        fields.keySet().removeAll(hidden);
        return new Json.Obj(fields);
    }

    private Optional<JsonPointer> home(Spot target, boolean merged) {
        List<String> rest = new ArrayList<>();
        for (JsonPointer way = target.pointer(); way != null; way = way.parent()) {
            JsonPointer home = homes.get(new Spot(target.document(), way));
            if (home != null) {
                for (int i = rest.size() - 1; i >= 0; i--) {
                    home = home.then(rest.get(i));
                }
                return Optional.of(home);
            }
            rest.add(way.step());
        }
        return merged ? Optional.ofNullable(mergedHomes.get(target)) : Optional.empty();
    }

    private Json built(Json value, Copy copy) {
        if (value instanceof Json.Arr array) {
            List<Json> items = new ArrayList<>(array.items().size());
            for (int i = 0; i < array.items().size(); i++) {
                items.add(built(array.items().get(i), copy.then(Integer.toString(i))));
            }
            return new Json.Arr(items);
        }
        if (!(value instanceof Json.Obj object)) {
            return value;
        }
        Map<String, Json> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            fields.put(field.getKey(), built(field.getValue(), copy.then(field.getKey())));
        }
        Decision decision = RefDocuments.isRef(object) ? decisions.get(copy) : null;
        if (decision instanceof Decision.Points points) {
            fields.put(RefDocuments.REF, Json.of(points.to().toString()));
        } else if (decision instanceof Decision.GivesWay gives) {
            fields.remove(RefDocuments.REF);
            return merged(fields, built(gives.content(), new Copy(gives.to(), copy.at())));
        }
        return new Json.Obj(fields);
    }

    private static Json merged(Map<String, Json> own, Json content) {
        if (!(content instanceof Json.Obj object) || own.isEmpty()) {
            return content;
        }
        Map<String, Json> fields = new LinkedHashMap<>(own);
        object.fields().forEach(fields::putIfAbsent);
        return new Json.Obj(fields);
    }
}
