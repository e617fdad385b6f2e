package org.callboard.core.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.LocationTarget.Presence;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.process.SourceResult;
import org.callboard.core.read.AllowedResources;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.read.UnreadableException;

/** Reads what the command line names, and what Location entities in it lead to, as the portal would. */
final class Validation {

    private static final String STANDARD_INPUT = "-";
    private static final int DEEPEST = 10;

    private final Path here;
    private final List<String> inputs;
    private final InputStream in;
    private final LocationFiles files;
    private final SourceProcessor processor;
    private final Report report;
    private final Set<String> visited = new HashSet<>();
    private final Queue<Step> ahead = new ArrayDeque<>();

    private record Step(LocationTarget location, int depth) {}

    Validation(Path here, List<String> inputs, InputStream in) {
        this.here = here;
        this.inputs = inputs;
        this.in = in;
        this.files = new LocationFiles(ReadLimits.DEFAULT, Folders.around(here, inputs));
        ResourceReader resources = new AllowedResources(files, new UnreadWeb());
        this.processor = new SourceProcessor(new DocumentParser(ReadLimits.DEFAULT), resources, List::of, List::of);
        this.report = new Report(here);
    }

    Report run() {
        for (String input : inputs) {
            if (input.equals(STANDARD_INPUT)) {
                processStandardInput();
            } else {
                processInput(input);
            }
            for (Step step = ahead.poll(); step != null; step = ahead.poll()) {
                follow(step);
            }
        }
        return report;
    }

    private void processStandardInput() {
        LocationTarget source = location(here.resolve(STANDARD_INPUT).toString());
        try {
            // one byte more than the limit is enough to see that there is too much
            process(source, in.readNBytes(ReadLimits.DEFAULT.fileBytes() + 1), 0);
        } catch (IOException e) {
            report.addUnreadable(
                    problem(source.target(), "Standard input can't be read.", "Name a file in its place."));
        }
    }

    private void processInput(String input) {
        LocationTarget location;
        try {
            location = location(here.resolve(input).normalize().toString());
        } catch (InvalidPathException e) {
            report.addUnreadable(problem(input, "This is no path.", "Name a file, a folder or a pattern."));
            return;
        }
        LocationFiles.Expansion found = files.expand(location.target());
        found.problems().forEach(found.files().isEmpty() ? report::addUnreadable : report::add);
        for (Path file : found.files()) {
            try {
                processOnce(location(file.toString()), 0);
            } catch (UnreadableException e) {
                addUnread(e.problem());
            }
        }
    }

    /** A file that is too long could be read, and the portal refuses it. */
    private void addUnread(Problem problem) {
        if (problem.code().equals("file-too-large")) {
            report.add(problem);
        } else {
            report.addUnreadable(problem);
        }
    }

    private void follow(Step step) {
        LocationTarget location = step.location();
        if (!location.type().equals(Resource.FILE)) {
            report.add(UnreadWeb.forgiven(
                    placed(location, UnreadWeb.location(location.target()).problem())));
            return;
        }
        LocationFiles.Expansion found = files.expand(location.target());
        if (location.presence() == Presence.REQUIRED || !found.files().isEmpty()) {
            found.problems().forEach(problem -> report.add(placed(location, problem)));
        }
        for (Path file : found.files()) {
            try {
                processOnce(location(file.toString()), step.depth());
            } catch (UnreadableException e) {
                report.add(placed(location, e.problem()));
            }
        }
    }

    /** What a Location entity names is wrong where it names it. */
    private static Problem placed(LocationTarget location, Problem problem) {
        SourcePosition place = Objects.requireNonNullElse(location.place(), problem.position());
        String parent = location.parent() == null ? null : location.parent().toString();
        return new Problem(problem.level(), problem.code(), parent, place, problem.reason(), problem.fix());
    }

    private void processOnce(LocationTarget source, int depth) throws UnreadableException {
        if (visited.add(source.target())) {
            process(source, files.read(Path.of(source.target())), depth);
        }
    }

    private void process(LocationTarget source, byte[] bytes, int depth) {
        SourceResult result = processor.process(source, bytes);
        report.add(result);
        if (depth < DEEPEST) {
            result.children().forEach(child -> ahead.add(new Step(child, depth + 1)));
        }
    }

    private static LocationTarget location(String target) {
        return new LocationTarget(Resource.FILE, target, Resource.FILE + ":" + target, null);
    }

    private static Problem problem(String target, String reason, String fix) {
        return new Problem(Level.ERROR, "file-missing", null, SourcePosition.ofFile(target), reason, fix);
    }
}
