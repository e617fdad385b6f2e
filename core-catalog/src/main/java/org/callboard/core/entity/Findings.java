package org.callboard.core.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.SourcePosition;
import org.jspecify.annotations.Nullable;

/** What is wrong with one document, collected rule by rule; not for use by several threads. */
public final class Findings {

    private static final int MOST = 100;

    private final Locator locator;
    private final List<Problem> problems = new ArrayList<>();
    private final List<List<String>> excused = new ArrayList<>();
    private @Nullable Problem template;
    private boolean refused;

    /** Starts with nothing wrong. */
    public Findings(Locator locator) {
        this.locator = locator;
    }

    /** A value breaks a rule: the document can't be taken. */
    public void error(String code, List<String> path, Json value, String reason, String fix) {
        if (refuse() && !isExcused(path)) {
            SourcePosition place = value == Json.Null.NULL ? locator.key(path) : locator.value(path);
            error(code, place, reason, fix, TemplateText.first(value));
        }
    }

    /** A key breaks a rule: the document can't be taken. */
    public void keyError(String code, List<String> path, String reason, String fix) {
        if (refuse()) {
            error(code, locator.key(path), reason, fix, TemplateText.first(path.get(path.size() - 1)));
        }
    }

    /** Something must be there and is not: the document can't be taken. */
    public void missing(List<String> path, String reason, String fix) {
        if (refuse() && !isExcused(path)) {
            error("missing-field", locator.key(path), reason, fix, Optional.empty());
        }
    }

    /** Says no more of what is at or below a path: the reason why it is not as it should be is known already. */
    public void excuse(List<String> path) {
        if (!isFull()) {
            excused.add(List.copyOf(path));
        }
    }

    private boolean isExcused(List<String> path) {
        for (List<String> known : excused) {
            if (path.size() >= known.size() && path.subList(0, known.size()).equals(known)) {
                return true;
            }
        }
        return false;
    }

    /** The document is something else altogether. */
    void notAnEntity() {
        refuse();
        error(
                "not-an-entity",
                locator.value(List.of()),
                "This is no entity: it has none of apiVersion, kind and metadata.",
                "Leave it out of the location by a narrower pattern, or add the three fields.",
                Optional.empty());
    }

    /** Something in the document does not work; it is taken all the same. Half of the room is kept for errors. */
    public void warning(String code, List<String> path, String reason, String fix) {
        if (problems.size() < MOST / 2) {
            add(new Problem(Level.WARNING, code, null, locator.value(path), reason, fix));
        }
    }

    /** Adds a problem that was found elsewhere. */
    public void add(Problem problem) {
        refused |= problem.level() == Level.ERROR;
        if (problems.size() < MOST) {
            problems.add(problem);
        } else if (!isFull()) {
            problems.add(new Problem(
                    problem.level(),
                    "more-problems",
                    null,
                    problem.position(),
                    "There is more wrong from here on; the first " + MOST + " problems are shown.",
                    "Correct those shown, then look again."));
        }
    }

    /** Whether looking for the place of one more would be in vain: that is what costs time in a bad document. */
    private boolean isFull() {
        return problems.size() > MOST;
    }

    /** {@return whether it is worth to say why} */
    private boolean refuse() {
        refused = true;
        return !isFull();
    }

    private void error(String code, SourcePosition place, String reason, String fix, Optional<String> expression) {
        if (template == null && expression.isPresent()) {
            template = templateProblem(place, expression.get());
        }
        add(new Problem(Level.ERROR, code, null, place, reason, fix));
    }

    /** {@return the problem of a document that is no descriptor, but what one is made from} */
    public static Problem templateProblem(SourcePosition place, String expression) {
        return new Problem(
                Level.INFO,
                "template-file",
                null,
                place,
                "This is a template from which descriptors are made, not a descriptor: it holds the expression "
                        + Texts.quote(expression) + ".",
                "Leave it out of the location by a narrower pattern; the files made from it are read where they are.");
    }

    /** {@return whether the document can't be taken} */
    public boolean refused() {
        return refused;
    }

    /** {@return all that was found; a template of a descriptor has the one problem that it is one} */
    public List<Problem> problems() {
        return template == null ? List.copyOf(problems) : List.of(template);
    }
}
