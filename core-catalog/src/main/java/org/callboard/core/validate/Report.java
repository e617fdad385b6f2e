package org.callboard.core.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.process.ProcessedEntity;
import org.callboard.core.process.SourceResult;
import org.callboard.core.validate.Arguments.Warnings;

/** What was found, file by file. */
final class Report {

    private final Path here;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<EntityRef, SourcePosition> entities = new HashMap<>();
    private int files;
    private boolean isUnreadable;

    Report(Path here) {
        this.here = here;
    }

    /** What it comes to. */
    enum Verdict {
        TAKEN(0),
        REFUSED(1),
        UNREADABLE(6);

        private final int exitCode;

        Verdict(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    void add(SourceResult result) {
        files++;
        result.problems().stream().map(UnreadWeb::forgiven).forEach(problems::add);
        result.entities().forEach(this::add);
    }

    private void add(ProcessedEntity entity) {
        SourcePosition first = entities.putIfAbsent(entity.ref(), entity.position());
        if (first != null) {
            problems.add(new Problem(
                    Level.WARNING,
                    "duplicate-entity",
                    entity.ref().toString(),
                    entity.position(),
                    "The entity " + entity.ref() + " stands in " + shown(first.target()) + ", line " + first.line()
                            + ", too; a catalog with both keeps the one that it has read first.",
                    "Keep one of the two documents, or give one another name."));
        }
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** Something that the command line names can't be read. */
    void addUnreadable(Problem problem) {
        isUnreadable = true;
        problems.add(problem);
    }

    List<Problem> problems() {
        return problems;
    }

    int files() {
        return files;
    }

    int entities() {
        return entities.size();
    }

    long count(Level level) {
        return problems.stream().filter(problem -> problem.level() == level).count();
    }

    Verdict verdict(Warnings warnings) {
        if (isUnreadable) {
            return Verdict.UNREADABLE;
        }
        boolean isRefused = count(Level.ERROR) > 0 || (warnings == Warnings.FAIL && count(Level.WARNING) > 0);
        return isRefused ? Verdict.REFUSED : Verdict.TAKEN;
    }

    /** {@return a file's name for people: from the current folder, where it is below it} */
    String shown(String target) {
        Path path = Path.of(target);
        String name = path.startsWith(here) ? here.relativize(path).toString() : target;
        return Plain.text(name);
    }
}
