package org.callboard.core.refresh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.callboard.api.model.Json;
import org.callboard.core.refresh.ReferenceCatalog.Component;
import org.callboard.core.refresh.ReferenceCatalog.Text;

/** Does one thing after the other to the files of a catalog, and to the entities that came of them. */
final class RandomEdits {

    private static final List<String> MAIN = List.of("main/a.yaml", "main/b.yaml", "main/m.yaml", "main/z.yaml");
    private static final List<String> SIDE = List.of("side/c.yaml", "side/n.yaml");
    private static final List<String> NAMED = List.of("extra/1.yaml", "extra/2.yaml", "extra/3.yaml");
    private static final List<String> GROUPS = List.of("x", "y");
    private static final String PROVIDED = "provider:p/x#component:default/";
    private static final String AWAY = "away/";
    private static final String GROUP = """
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata:
              name: x
            spec:
              type: team
              children: []
            """;

    private final Random random;
    private final ReferenceCatalog reference;
    private final Map<String, Text> present = new TreeMap<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Map<String, String> uids = new TreeMap<>();
    private final List<Function<FolderCatalog, CompletableFuture<Void>>> asked = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();
    private boolean configured = true;
    private boolean away;
    private int number;

    RandomEdits(Random random, ReferenceCatalog reference) {
        this.random = random;
        this.reference = reference;
    }

    void begin(FolderCatalog catalog) throws IOException {
        catalog.write("main/group.yaml", GROUP).write("root.yaml", location()).write("side/none.yaml", "# nothing\n");
    }

    /** Makes a catalog that was opened anew go on like the one before; who was not answered asks again. */
    void resume(FolderCatalog catalog) {
        catalog.startClockAt(1_800_000_000L + 100L * ++number);
        configure(catalog);
        answers.clear();
        asked.forEach(ask -> answers.add(ask.apply(catalog)));
    }

    /** Does something. {@return what} */
    String edit(FolderCatalog catalog) throws IOException {
        String file = oneFile();
        Text before = present.get(file);
        return switch (random.nextInt(14)) {
            case 0 -> before == null ? write(catalog, file, components(), false) : delete(catalog, file);
            case 1 -> rename(catalog, file, oneFile());
            case 2 -> write(catalog, file, before == null ? List.of() : before.components(), true);
            case 3 -> write(catalog, file, before == null ? components() : before.components(), false);
            case 4 -> move(catalog, file, oneFile());
            case 5 -> name(catalog);
            case 6 -> flip(catalog, file);
            case 7 -> random.nextBoolean() ? carry(catalog) : vanish(catalog);
            case 8 -> random.nextBoolean() ? remove(catalog) : reopen(catalog, file);
            case 9 -> provide(catalog);
            default -> write(catalog, file, components(), random.nextInt(6) == 0);
        };
    }

    private String write(FolderCatalog catalog, String file, List<Component> components, boolean broken)
            throws IOException {
        Text text = new Text(++number, List.copyOf(components), broken);
        present.put(file, text);
        catalog.write(place(file), yaml(text));
        return file + " = " + text;
    }

    /** {@return where a file is; one can be written also in a folder that is away} */
    private String place(String file) {
        return isAway(file) ? AWAY + file : file;
    }

    private boolean isAway(String file) {
        return away && SIDE.contains(file);
    }

    private String delete(FolderCatalog catalog, String file) throws IOException {
        present.remove(file);
        catalog.delete(place(file));
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

    /** Good and bad in turn, with no pass between them: the last state wins. */
    private String flip(FolderCatalog catalog, String file) throws IOException {
        String last = "";
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            last = write(catalog, file, components(), i % 2 == 0);
        }
        return "after some flips " + last;
    }

    private String carry(FolderCatalog catalog) throws IOException {
        catalog.rename(away ? AWAY + "side" : "side", away ? "side" : AWAY + "side");
        away = !away;
        return "side is " + (away ? "away" : "back");
    }

    private String vanish(FolderCatalog catalog) {
        configured = !configured;
        configure(catalog);
        return "side is " + (configured ? "a location" : "no location");
    }

    private void configure(FolderCatalog catalog) {
        catalog.configure(configured ? new String[] {"main", "side", "root.yaml"} : new String[] {"main", "root.yaml"});
    }

    /** A plugin gives some entities in the place of those it gave before; each counts as a file of its own. */
    private String provide(FolderCatalog catalog) {
        present.keySet().removeIf(file -> file.startsWith(PROVIDED));
        List<Json.Obj> documents = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Component component : components()) {
            if (names.add(component.name())) {
                boolean broken = random.nextInt(6) == 0;
                present.put(PROVIDED + component.name(), new Text(0, broken ? List.of() : List.of(component), broken));
                documents.add(document(component, broken));
            }
        }
        catalog.provide(documents);
        return "provided are " + documents;
    }

    private static Json.Obj document(Component component, boolean broken) {
        Json.Builder spec = Json.object()
                .put("lifecycle", "production")
                .put("owner", component.owner())
                .put(
                        "dependsOn",
                        Json.ofTexts(component.needs().stream()
                                .map(need -> "component:" + need)
                                .toList()));
        return Json.object()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Component")
                .put("metadata", Json.object().put("name", component.name()).build())
                .put("spec", (broken ? spec : spec.put("type", "service")).build())
                .build();
    }

    private String remove(FolderCatalog catalog) {
        List<String> there = List.copyOf(reference.served().keySet());
        if (there.isEmpty()) {
            return "nothing removed";
        }
        String name = oneOf(there);
        String uid = uids.remove("component:default/" + name);
        reference.remove(name);
        ask(catalog, to -> to.remove(uid));
        return name + " removed";
    }

    private String reopen(FolderCatalog catalog, String file) {
        reference.reopen(file);
        ask(catalog, to -> to.reopen(file));
        return file + " reopened";
    }

    private void ask(FolderCatalog catalog, Function<FolderCatalog, CompletableFuture<Void>> ask) {
        asked.add(ask);
        answers.add(ask.apply(catalog));
    }

    /** {@return whether all that was asked for is done; nobody asks again} */
    boolean areAnswered() {
        boolean done = answers.stream().allMatch(answer -> answer.isDone() && !answer.isCompletedExceptionally());
        answers.clear();
        asked.clear();
        return done;
    }

    /** Has the reference pass over the files. */
    void pass() {
        Map<String, Text> files = new LinkedHashMap<>();
        List<String> inOrder = new ArrayList<>(MAIN);
        inOrder.addAll(configured && !away ? SIDE : List.of());
        present.keySet().stream().filter(file -> file.startsWith(PROVIDED)).forEach(inOrder::add);
        inOrder.addAll(named);
        inOrder.stream().filter(present::containsKey).forEach(file -> files.put(file, present.get(file)));
        reference.pass(files, new TreeSet<>(named), file -> configured && isAway(file));
    }

    /** {@return the uids of the entities that were served last, by reference} */
    Map<String, String> uids() {
        return uids;
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

    private String oneFile() {
        return oneOf(
                switch (random.nextInt(5)) {
                    case 0 -> SIDE;
                    case 1 -> NAMED;
                    default -> MAIN;
                });
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
}
