package org.callboard.core.lifecycle;

import java.util.Locale;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.archive.Wording;
import org.jspecify.annotations.Nullable;

/** A jar that can't be used, and why. What ran before it goes on running. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SENTENCE = 600;

    private final transient Diagnosis diagnosis;
    private final PluginState state;

    RefusedException(Diagnosis diagnosis) {
        this(diagnosis, PluginState.FAILED, null);
    }

    /** Whatever a jar or its code says of itself in the diagnosis becomes a piece of one line there. */
    RefusedException(Diagnosis diagnosis, PluginState state, @Nullable Throwable cause) {
        super(line(diagnosis.summary()) + " " + line(diagnosis.cause()), cause);
        this.diagnosis = new Diagnosis(line(diagnosis.summary()), line(diagnosis.cause()), line(diagnosis.fix()));
        this.state = state;
    }

    private static String line(String sentence) {
        return Wording.line(sentence, LONGEST_SENTENCE);
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    /** {@return the state of a plugin that had nothing else to run} */
    PluginState state() {
        return state;
    }

    PortalException asAnswer() {
        return new PortalException(
                ProblemKind.REFUSED, diagnosis.summary() + " " + diagnosis.cause(), diagnosis.fix(), this);
    }

    /** {@return the state and the reason, for the log} */
    String logLine() {
        return state.name().toLowerCase(Locale.ROOT) + ": " + getMessage();
    }
}
