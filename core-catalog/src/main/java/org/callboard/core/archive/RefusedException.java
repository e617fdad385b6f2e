package org.callboard.core.archive;

import java.util.Locale;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** A jar that can't be used, and why. What ran before it goes on running. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SENTENCE = 600;

    private final transient Diagnosis diagnosis;
    private final PluginState state;

    public RefusedException(Diagnosis diagnosis) {
        this(diagnosis, PluginState.FAILED, null);
    }

    /** Whatever a jar or its code says of itself in the diagnosis becomes a piece of one line there. */
    public RefusedException(Diagnosis diagnosis, PluginState state, @Nullable Throwable cause) {
        super(line(diagnosis.summary()) + " " + line(diagnosis.cause()), cause);
        this.diagnosis = new Diagnosis(line(diagnosis.summary()), line(diagnosis.cause()), line(diagnosis.fix()));
        this.state = state;
    }

    /** {@return that a jar does not fit this portal} Nothing of it ran. */
    public static RefusedException unresolved(PluginArchive archive, String cause, String fix) {
        return new RefusedException(new Diagnosis(unfit(archive), cause, fix), PluginState.UNRESOLVED, null);
    }

    /** {@return the sentence that says so} */
    public static String unfit(PluginArchive archive) {
        return "Plugin '" + archive.id() + "' " + archive.version() + " does not fit this portal.";
    }

    private static String line(String sentence) {
        return Wording.line(sentence, LONGEST_SENTENCE);
    }

    public Diagnosis diagnosis() {
        return diagnosis;
    }

    /** {@return the state of a plugin that had nothing else to run} */
    public PluginState state() {
        return state;
    }

    public PortalException asAnswer() {
        return new PortalException(
                ProblemKind.REFUSED, diagnosis.summary() + " " + diagnosis.cause(), diagnosis.fix(), this);
    }

    /** {@return the state and the reason, for the log} */
    public String logLine() {
        return state.name().toLowerCase(Locale.ROOT) + ": " + getMessage();
    }
}
