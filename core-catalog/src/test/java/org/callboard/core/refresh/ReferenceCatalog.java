package org.callboard.core.refresh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which entities must be served after each pass, and out of which file: the rules in their simplest form. */
final class ReferenceCatalog {

    private static final int ROUNDS = 3;

    private final Map<String, Text> read = new TreeMap<>();
    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, Component> served = new TreeMap<>();
    private final Map<String, Set<String>> contested = new TreeMap<>();
    private final Set<String> stale = new TreeSet<>();

    /** A component as a file declares it. */
    record Component(String name, String owner, Set<String> needs) {}

    /** A file: what it declares, and whether a document of it is broken; two with the same number are the same. */
    record Text(int number, List<Component> components, boolean broken) {

        boolean isComplete() {
            return !broken
                    && components.stream().map(Component::name).distinct().count() == components.size();
        }
    }

    /**
     * Passes over the files.
     *
     * @param files the files that are there, in the order in which they are come by
     * @param missing files that a location names and that are not there
     * @param away says of which files the folder is away, so that nothing is known of them
     */
    void pass(Map<String, Text> files, Set<String> missing, Predicate<String> away) {
        for (int round = 0; round < ROUNDS && (round == 0 || !stale.isEmpty()); round++) {
            Set<String> again = Set.copyOf(stale);
            files.forEach((file, text) -> visit(file, text, again.contains(file)));
            for (String file : Set.copyOf(read.keySet())) {
                if (away.test(file)) {
                    continue;
                }
                if (!files.containsKey(file) && missing.contains(file)) {
                    keep(file);
                } else if (!files.containsKey(file)) {
                    forget(file);
                }
            }
        }
        served.keySet().retainAll(owners.keySet());
    }

    /** Someone takes an entity out: whoever declares it in vain may have it, and its owner once it is read again. */
    void remove(String name) {
        served.remove(name);
        giveUp(name);
    }

    /** Someone has a file read again as it is. */
    void reopen(String file) {
        if (read.containsKey(file)) {
            stale.add(file);
        }
    }

    /** What becomes free while files are read goes to those that are read anyway; others are asked in the next round. */
    private void visit(String file, Text text, boolean again) {
        if (again || !text.equals(read.get(file))) {
            stale.remove(file);
            read.put(file, text);
            contested.put(file, new TreeSet<>());
            Set<String> declared = new LinkedHashSet<>();
            text.components().stream()
                    .filter(component -> declared.add(component.name()))
                    .forEach(component -> claim(file, component));
            if (text.isComplete()) {
                Set<String> missing = new HashSet<>(owned(file));
                missing.removeAll(declared);
                missing.forEach(this::giveUp);
            }
        }
    }

    private void claim(String file, Component component) {
        if (owners.getOrDefault(component.name(), file).equals(file)) {
            owners.put(component.name(), file);
            served.put(component.name(), component);
        } else {
            contested.get(file).add(component.name());
        }
    }

    private void giveUp(String name) {
        owners.remove(name);
        contested.forEach((file, names) -> {
            if (names.contains(name)) {
                stale.add(file);
            }
        });
    }

    /** What is named and missing keeps what it has, and claims nothing else. */
    private void keep(String file) {
        read.put(file, new Text(0, List.of(), true));
        contested.put(file, new TreeSet<>());
        stale.remove(file);
    }

    private void forget(String file) {
        read.remove(file);
        contested.remove(file);
        stale.remove(file);
        owned(file).forEach(this::giveUp);
    }

    private Collection<String> owned(String file) {
        return owners.keySet().stream()
                .filter(name -> file.equals(owners.get(name)))
                .toList();
    }

    /** {@return how many files declare an entity that is another's, each entity counted} */
    int conflicts() {
        return contested.values().stream().mapToInt(Set::size).sum();
    }

    Map<String, Component> served() {
        return served;
    }

    String file(String name) {
        return owners.get(name);
    }

    /** {@return the relations that an entity must show, of its own and of others that name it} */
    List<String> relations(String name) {
        List<String> relations = new ArrayList<>();
        Component self = served.get(name);
        relations.add("ownedBy group:default/" + self.owner());
        self.needs().forEach(need -> relations.add("dependsOn component:default/" + need));
        served.values().stream()
                .filter(other -> other.needs().contains(name))
                .forEach(other -> relations.add("dependencyOf component:default/" + other.name()));
        return relations.stream().sorted().toList();
    }

    /** {@return the relations that a group must show} */
    List<String> ownerOf(String group) {
        return served.values().stream()
                .filter(component -> component.owner().equals(group))
                .map(component -> "ownerOf component:default/" + component.name())
                .sorted()
                .toList();
    }
}
