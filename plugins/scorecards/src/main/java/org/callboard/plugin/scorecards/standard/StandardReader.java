package org.callboard.plugin.scorecards.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.rule.Rule;

/** Reads a standard out of a document. What is wrong is told, all of it at once; a standard with flaws is not to be used. */
public final class StandardReader {

    private static final int MOST_TRACKS = 10;
    private static final int MOST_LEVELS = 9;
    private static final int MOST_EXEMPTIONS = 1_000;
    private static final int MOST_WORDS = 100;
    private static final List<String> SPEC =
            List.of("owner", "applies", "checks", "tracks", "exemptions", "type", "lifecycle");
    private static final List<String> APPLIES = List.of("kinds", "types", "lifecycles", "tags", "owners", "where");

    private final Map<String, Integer> places = new HashMap<>();
    private final Piece root;

    private StandardReader(Piece root) {
        this.root = root;
    }

    /**
     * {@return what a document says}
     *
     * @param version of the document
     * @param flaws hears what is wrong with it
     */
    public static Standard read(Json.Obj document, String version, Consumer<Flaw> flaws) {
        return new StandardReader(new Piece(document, "", flaws)).standard(version);
    }

    /** {@return the reference that a text says, of a group where it names no kind} */
    static String reference(String text) {
        try {
            return EntityRef.parse(text, "group", EntityRef.DEFAULT_NAMESPACE).toString();
        } catch (RuntimeException none) {
            return text;
        }
    }

    private Standard standard(String version) {
        Piece metadata = root.get("metadata");
        Piece spec = root.get("spec");
        spec.only(SPEC);
        String name = metadata.get("name").required("what the standard is called");
        String namespace = metadata.get("namespace").text(EntityRef.DEFAULT_NAMESPACE);
        String owner = spec.get("owner").required("who answers for the standard");
        List<Check> checks = new CheckReader(owner).read(spec.get("checks"));
        checks.forEach(check -> places.put(check.id(), places.size()));
        return new Standard(
                new EntityRef(Standard.KIND, namespace, name),
                metadata.get("title").text(name),
                metadata.get("description").text(""),
                reference(owner),
                version,
                scope(spec.get("applies")),
                checks,
                tracks(spec.get("tracks")),
                exemptions(spec.get("exemptions")));
    }

    private static Scope scope(Piece applies) {
        if (applies.isThere()) {
            applies.only(APPLIES);
        }
        Piece kinds = applies.get("kinds");
        Set<String> named = words(kinds, kind -> kind);
        if (named.isEmpty()) {
            kinds.flaw(
                    "'" + kinds.path() + "' names no kind.", "Write the kinds that the standard is for: [Component].");
        }
        Piece where = applies.get("where");
        return new Scope(
                named,
                words(applies.get("types"), type -> type),
                words(applies.get("lifecycles"), lifecycle -> lifecycle),
                words(applies.get("tags"), tag -> tag),
                words(applies.get("owners"), StandardReader::reference),
                where.isThere() ? Optional.of(condition(where)) : Optional.empty());
    }

    private static Rule condition(Piece where) {
        Rule rule = new RuleReader().read(where);
        rule.leaves().stream()
                .map(Rule.Leaf::fact)
                .filter(fact -> !FactNames.OF_THE_CATALOG.contains(fact))
                .forEach(fact -> where.flaw(
                        "Which entities a standard is for can't depend on '" + fact + "'.",
                        "Ask catalog, relations or problems."));
        return rule;
    }

    private static Set<String> words(Piece list, UnaryOperator<String> reading) {
        Set<String> words = new HashSet<>();
        list.items(MOST_WORDS).forEach(item -> {
            String word = item.text("");
            if (!word.isEmpty()) {
                words.add(reading.apply(word));
            }
        });
        return words;
    }

    private List<Track> tracks(Piece list) {
        List<Track> tracks = new ArrayList<>();
        Ids ids = new Ids("track");
        for (Piece item : list.items(MOST_TRACKS)) {
            item.only(List.of("id", "title", "levels"));
            String id = ids.read(item);
            tracks.add(new Track(id, item.get("title").text(id), levels(item.get("levels"))));
        }
        return tracks;
    }

    private List<Track.Level> levels(Piece list) {
        List<Track.Level> levels = new ArrayList<>();
        Ids ids = new Ids("level");
        for (Piece item : list.items(MOST_LEVELS)) {
            item.only(List.of("id", "title", "checks"));
            String id = ids.read(item);
            List<Integer> checks = new ArrayList<>();
            item.get("checks")
                    .items(CheckReader.MOST)
                    .forEach(check -> place(check).ifPresent(checks::add));
            levels.add(new Track.Level(id, item.get("title").text(id), checks));
        }
        if (levels.isEmpty()) {
            list.flaw("The track has no levels.", "Write at least one, the lowest first.");
        }
        return levels;
    }

    private Optional<Integer> place(Piece check) {
        String id = check.text("");
        Integer place = places.get(id);
        if (place == null) {
            check.flaw("There is no check '" + id + "'.", "Name one of spec.checks by its id.");
        }
        return Optional.ofNullable(place);
    }

    private List<Exemption> exemptions(Piece list) {
        List<Exemption> exemptions = new ArrayList<>();
        list.items(MOST_EXEMPTIONS).forEach(item -> exemption(item).ifPresent(exemptions::add));
        return exemptions;
    }

    private Optional<Exemption> exemption(Piece item) {
        item.only(List.of("check", "entity", "reason", "approver", "until"));
        place(item.get("check"));
        String reason = item.get("reason").required("why the check does not matter here");
        String approver = item.get("approver").required("who decided so");
        item.get("entity").required("for which entity");
        item.get("until").required("the last day of it; exemptions end");
        Optional<EntityRef> entity =
                item.get("entity").read(text -> Optional.of(EntityRef.parse(text)), "Write kind:namespace/name.");
        Optional<LocalDate> until =
                item.get("until").read(text -> Optional.of(LocalDate.parse(text)), "Write a day: 2027-01-31.");
        return entity.isPresent() && until.isPresent()
                ? Optional.of(new Exemption(item.get("check").text(""), entity.get(), reason, approver, until.get()))
                : Optional.empty();
    }
}
