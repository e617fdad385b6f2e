package org.callboard.plugin.docs.offline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.callboard.plugin.docs.site.RenderedPage;
import org.callboard.plugin.docs.site.Site;
import org.callboard.plugin.docs.site.SiteProblem;

/** The command {@code callboard docs check}. */
public final class CheckCommand {

    private static final int FINE = 0;
    private static final int FAULTY = 1;
    private static final int UNREADABLE = 6;
    private static final Comparator<SiteProblem> BY_PLACE = Comparator.comparing(SiteProblem::file)
            .thenComparingInt(SiteProblem::line)
            .thenComparing(SiteProblem::message);

    private CheckCommand() {}

    /**
     * {@return the exit code: 0 where nothing is wrong, 1 where something is, 6 where the folder can't be read}
     *
     * @param folder with {@code mkdocs.yml}, or with Markdown
     * @param out takes the problems, one a line
     * @param errors takes what is wrong with the folder
     */
    public static int run(String folder, PrintStream out, PrintStream errors) {
        Path root = Path.of(folder);
        if (!Files.isDirectory(root)) {
            errors.println("There is no folder " + root + ". Name the one with mkdocs.yml, or with Markdown.");
            return UNREADABLE;
        }
        try {
            return check(root, new LocalFiles(root), out);
        } catch (IOException failure) {
            errors.println("The folder " + root + " can't be read: " + failure.getMessage() + ".");
            return UNREADABLE;
        }
    }

    private static int check(Path root, LocalFiles files, PrintStream out) {
        Site site = Site.read(files);
        List<SiteProblem> found = new ArrayList<>(site.problems());
        List<String> pages = site.pages();
        for (String page : pages) {
            site.page(page).map(RenderedPage::problems).ifPresent(found::addAll);
        }
        List<SiteProblem> problems = new ArrayList<>(new LinkedHashSet<>(found));
        problems.sort(BY_PLACE);
        problems.forEach(problem -> out.println(line(root, problem)));
        out.println(counted(pages.size(), "page") + ": "
                + (problems.isEmpty() ? "no problems" : counted(problems.size(), "problem")) + ".");
        out.flush();
        return problems.isEmpty() ? FINE : FAULTY;
    }

    private static String line(Path root, SiteProblem problem) {
        return root.resolve(problem.file()) + ":" + problem.line() + ": " + problem.message() + " " + problem.fix();
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
