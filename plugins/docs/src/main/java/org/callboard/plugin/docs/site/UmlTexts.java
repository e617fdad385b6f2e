package org.callboard.plugin.docs.site;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Diagrams of PlantUML with the files of the site that they include in place, as what draws them can't read those. */
final class UmlTexts {

    private static final int DEEPEST = 8;
    private static final int LONGEST = 60_000;
    private static final int MOST = 200;
    private static final Pattern INCLUDE =
            Pattern.compile("[ \\t]*+!include(?:_once|_many)?[ \\t]++(?![<\"%$])([^\\s!]++)[ \\t]*+");
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]++://.*+");
    private static final Pattern MARK = Pattern.compile("[ \\t]*+@(?:start|end).*+");

    private final Function<String, Optional<String>> files;
    private final Consumer<String> missing;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * Fills one diagram.
     *
     * @param files the text of a file of the site by its path
     * @param missing is told of a path as it is written, where nothing is
     */
    private UmlTexts(Function<String, Optional<String>> files, Consumer<String> missing) {
        this.files = files;
        this.missing = missing;
    }

    /**
     * {@return the diagrams of a page, in their order}
     *
     * @param page its path within the site
     */
    static List<String> of(
            Element body, String page, Function<String, Optional<String>> files, Consumer<String> missing) {
        return body.select("pre.plantuml").stream()
                .limit(MOST)
                .map(diagram -> new UmlTexts(files, missing).filled(diagram.wholeText(), page))
                .toList();
    }

    private String filled(String diagram, String page) {
        add(diagram, page);
        return text.toString();
    }

    private void add(String diagram, String from) {
        for (String line : diagram.stripTrailing().split("\\R", -1)) {
            Matcher found = line.contains("!include") ? INCLUDE.matcher(line) : null;
            boolean isIncluded = found != null && found.matches() && include(found.group(1), from);
            if (!isIncluded
                    && text.length() <= LONGEST
                    && (open.isEmpty() || !MARK.matcher(line).matches())) {
                text.append(line).append('\n');
            }
        }
    }

    private boolean include(String name, String from) {
        if (ADDRESS.matcher(name).matches()) {
            return false;
        }
        Optional<String> path = Paths.resolve(from, name);
        Optional<String> content = path.flatMap(files);
        if (content.isEmpty()) {
            missing.accept(name);
            return false;
        }
        if (open.size() < DEEPEST && !open.contains(path.get()) && text.length() <= LONGEST) {
            open.push(path.get());
            add(content.get(), path.get());
            open.pop();
        }
        return true;
    }
}
