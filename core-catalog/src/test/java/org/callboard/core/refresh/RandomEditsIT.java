package org.callboard.core.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.api.model.Json;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.refresh.ReferenceCatalog.Component;
import org.callboard.core.refresh.ReferenceCatalog.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random edits of files, and after each what the catalog serves against what the rules in their simplest form ask for. */
@ParameterizedClass
@EnumSource
class RandomEditsIT {

    private static final int STEPS = 200;
    private static final int STEPS_TO_RESTART = 20;
    private static final List<String> FILES = List.of("main/a.yaml", "main/b.yaml", "main/m.yaml", "main/z.yaml");
    private static final List<String> NAMED = List.of("extra/1.yaml", "extra/2.yaml", "extra/3.yaml");
    private static final List<String> GROUPS = List.of("x", "y");
    private static final String GROUP = """
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata:
              name: x
            spec:
              type: team
              children: []
            """;

    @Parameter
    private TestDatabase server;

    @TempDir
    private Path folder;

    private Random random = new Random();
    private final ReferenceCatalog reference = new ReferenceCatalog();
    private final Map<String, Text> present = new TreeMap<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Map<String, String> uids = new TreeMap<>();
    private int number;
    private int conflictsSeen;
    private int servedSeen;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void servesWhatTheFilesHoldWhateverIsDoneToThem(long seed) throws IOException {
        random = new Random(seed);
        FolderCatalog catalog = open();
        try {
            catalog.write("main/group.yaml", GROUP).write("root.yaml", location());
            for (int step = 1; step <= STEPS; step++) {
                List<String> edits = new ArrayList<>();
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    edits.add(edit(catalog));
                }
                pass(catalog);
                check(catalog, "seed " + seed + ", step " + step + ": " + edits);
                if (step % STEPS_TO_RESTART == 0) {
                    catalog.close();
                    catalog = open();
                }
            }
        } finally {
            catalog.close();
        }
        assertTrue(conflictsSeen > STEPS / 4 && servedSeen > STEPS * 2, conflictsSeen + " of " + servedSeen);
    }

    private FolderCatalog open() throws IOException {
        FolderCatalog catalog = new FolderCatalog(server, folder, "main", "root.yaml");
        catalog.startClockAt(1_800_000_000L + 10L * number);
        return catalog;
    }

    private String edit(FolderCatalog catalog) throws IOException {
        String file = random.nextInt(3) == 0 ? oneOf(NAMED) : oneOf(FILES);
        Text before = present.get(file);
        return switch (random.nextInt(8)) {
            case 0 -> before == null ? write(catalog, file, components(), false) : delete(catalog, file);
            case 1 -> rename(catalog, file, random.nextInt(3) == 0 ? oneOf(NAMED) : oneOf(FILES));
            case 2 -> write(catalog, file, before == null ? List.of() : before.components(), true);
            case 3 -> write(catalog, file, before == null ? components() : before.components(), false);
            case 4 -> move(catalog, file, oneOf(FILES));
            case 5 -> name(catalog);
            default -> write(catalog, file, components(), random.nextInt(6) == 0);
        };
    }

    private String write(FolderCatalog catalog, String file, List<Component> components, boolean broken)
            throws IOException {
        Text text = new Text(++number, List.copyOf(components), broken);
        present.put(file, text);
        catalog.write(file, yaml(text));
        return file + " = " + text;
    }

    private String delete(FolderCatalog catalog, String file) throws IOException {
        present.remove(file);
        catalog.delete(file);
        return file + " deleted";
    }

    private String rename(FolderCatalog catalog, String from, String to) throws IOException {
        Text text = present.get(from);
        if (text == null || from.equals(to)) {
            return "nothing renamed";
        }
        delete(catalog, from);
        return from + " renamed to " + write(catalog, to, text.components(), text.broken());
    }

    private String move(FolderCatalog catalog, String from, String to) throws IOException {
        Text text = present.get(from);
        if (text == null || text.components().isEmpty() || from.equals(to)) {
            return "nothing moved";
        }
        List<Component> rest = new ArrayList<>(text.components());
        Component moved = rest.remove(random.nextInt(rest.size()));
        Text target = present.get(to);
        List<Component> more = new ArrayList<>(target == null ? List.of() : target.components());
        more.add(moved);
        return write(catalog, from, rest, text.broken()) + ", " + write(catalog, to, more, false);
    }

    private String name(FolderCatalog catalog) throws IOException {
        String file = oneOf(NAMED);
        if (!named.remove(file)) {
            named.add(file);
        }
        number++;
        catalog.write("root.yaml", location());
        return "named are " + named;
    }

    private String location() {
        return FolderCatalog.location(
                named.stream().map(file -> "./" + file).toList().toArray(String[]::new));
    }

    private List<Component> components() {
        List<Component> components = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Set<String> needs = new TreeSet<>();
            for (int j = random.nextInt(3); j > 0; j--) {
                needs.add("c" + random.nextInt(10));
            }
            components.add(new Component("c" + random.nextInt(10), oneOf(GROUPS), needs));
        }
        return components;
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String yaml(Text text) {
        List<String> documents = new ArrayList<>();
        for (Component component : text.components()) {
            String needs = component.needs().stream()
                    .map(need -> "component:" + need)
                    .toList()
                    .toString();
            documents.add(FolderCatalog.component(component.name(), component.owner())
                    .replace("  owner", "  dependsOn: " + needs + "\n  owner"));
        }
        if (text.broken()) {
            documents.add(documents.size() / 2, "kind: [\n");
        }
        return documents.isEmpty() ? "# nothing here\n" : String.join("---\n", documents);
    }

    private void pass(FolderCatalog catalog) {
        Map<String, Text> files = new LinkedHashMap<>();
        FILES.stream().filter(present::containsKey).forEach(file -> files.put(file, present.get(file)));
        named.stream().filter(present::containsKey).forEach(file -> files.put(file, present.get(file)));
        reference.pass(files, new TreeSet<>(named));
        catalog.pass();
    }

    private void check(FolderCatalog catalog, String message) {
        Map<String, Json.Obj> entities = new TreeMap<>(catalog.entities());
        assertTrue(entities.remove("location:default/more") != null, message);
        Json.Obj group = entities.remove("group:default/x");
        assertEquals(reference.ownerOf("x"), relations(group), message);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        reference
                .served()
                .forEach((name, component) -> expected.put(
                        "component:default/" + name,
                        component.owner() + " of " + reference.file(name) + " " + reference.relations(name)));
        entities.forEach((ref, entity) -> actual.put(ref, shown(catalog, entity)));
        assertEquals(expected, actual, message);
        long conflicts =
                catalog.problemCodes().stream().filter("declared-twice"::equals).count();
        assertEquals(reference.conflicts(), conflicts, message);
        checkUids(entities, message);
        conflictsSeen += reference.conflicts();
        servedSeen += actual.size();
    }

    private static String shown(FolderCatalog catalog, Json.Obj entity) {
        String file = entity.text("metadata", "annotations", "backstage.io/managed-by-location")
                .orElseThrow();
        return entity.text("spec", "owner").orElseThrow() + " of " + file.replace("file:" + catalog.files() + "/", "")
                + " " + relations(entity);
    }

    private static List<String> relations(Json.Obj entity) {
        return entity.array("relations").items().stream()
                .map(Json.Obj.class::cast)
                .map(relation -> relation.text("type").orElseThrow() + " "
                        + relation.text("targetRef").orElseThrow())
                .sorted()
                .toList();
    }

    /** An entity that stays keeps its uid, whatever file it moves to. */
    private void checkUids(Map<String, Json.Obj> entities, String message) {
        uids.keySet().retainAll(entities.keySet());
        entities.forEach((ref, entity) -> {
            String uid = entity.text("metadata", "uid").orElseThrow();
            assertEquals(uids.getOrDefault(ref, uid), uid, message);
            uids.put(ref, uid);
        });
    }
}
