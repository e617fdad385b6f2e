package org.callboard.plugin.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.callboard.api.source.SourceFolder;

/** The list of what stands in the usual places: README, pages, decisions by number, runbooks, changelog. */
final class FoundNavigation {

    private static final Pattern DECISION = Pattern.compile("(?i)(?:.*/)?(?:adrs?|decisions)/[^/]*\\.md");
    private static final Pattern RUNBOOK = Pattern.compile("(?i)runbook[^/]*\\.md|(?:.*/)?runbooks/.*\\.md");
    private static final int MOST_DECISIONS = 1_000;

    private final SourceFolder folder;
    private final StringBuilder yaml = new StringBuilder("docs_dir: .\nnav:\n");

    FoundNavigation(SourceFolder folder) {
        this.folder = folder;
    }

    /** {@return a {@code mkdocs.yml} that says so} */
    String yaml() {
        List<String> pages = new ArrayList<>(
                folder.paths().stream().filter(FoundFiles::isPage).toList());
        taken(pages, path -> path.equalsIgnoreCase("README.md")).forEach(path -> line("- ", path));
        List<String> changes = taken(pages, path -> path.equalsIgnoreCase("CHANGELOG.md"));
        List<String> decisions = taken(pages, path -> DECISION.matcher(path).matches());
        List<String> runbooks = taken(pages, path -> RUNBOOK.matcher(path).matches());
        taken(pages, path -> path.indexOf('/') == path.lastIndexOf('/')).forEach(path -> line("- ", path));
        sections(pages).forEach(this::section);
        decisions(decisions);
        section("Runbooks", runbooks);
        changes.forEach(
                path -> yaml.append("- Changelog: ").append(quoted(path)).append('\n'));
        return yaml.toString();
    }

    private static List<String> taken(List<String> pages, Predicate<String> which) {
        List<String> taken = pages.stream().filter(which).toList();
        pages.removeAll(taken);
        return taken;
    }

    private static Map<String, List<String>> sections(List<String> pages) {
        Map<String, List<String>> sections = new TreeMap<>();
        for (String page : pages) {
            String path = page.substring(page.indexOf('/') + 1, page.lastIndexOf('/'));
            String title = path.replace('-', ' ').replace('_', ' ').replace("/", " / ");
            sections.computeIfAbsent(
                            title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
                            section -> new ArrayList<>())
                    .add(page);
        }
        return sections;
    }

    private void section(String title, List<String> pages) {
        if (!pages.isEmpty()) {
            yaml.append("- ").append(quoted(title)).append(":\n");
            pages.forEach(path -> line("  - ", path));
        }
    }

    private void decisions(List<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        yaml.append("- Decisions:\n");
        paths.stream()
                .limit(MOST_DECISIONS)
                .map(path -> Decision.of(path, folder.read(path).orElse(new byte[0])))
                .sorted(Comparator.comparingInt(Decision::number).thenComparing(Decision::path))
                .forEach(decision -> yaml.append("  - ")
                        .append(quoted(decision.label()))
                        .append(": ")
                        .append(quoted(decision.path()))
                        .append('\n'));
    }

    private void line(String before, String path) {
        yaml.append(before).append(quoted(path)).append('\n');
    }

    /** In single quotes nothing means anything, but for these. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
    }
}
