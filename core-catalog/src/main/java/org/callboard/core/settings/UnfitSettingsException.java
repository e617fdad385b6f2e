package org.callboard.core.settings;

import org.callboard.api.plugins.Diagnosis;

/** What is set for a plugin can't be used; what is wrong is for the operator. */
public final class UnfitSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnosis diagnosis;

    UnfitSettingsException(Diagnosis diagnosis) {
        super(diagnosis.summary() + " " + diagnosis.cause(), null, false, false);
        this.diagnosis = diagnosis;
    }

    /** {@return what is wrong} */
    public Diagnosis diagnosis() {
        return diagnosis;
    }
}
