package org.callboard.plugin.webshell.view;

import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** A view breaks a rule of the plugin API. */
public final class FaultyViewException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String cause;
    private final String fix;

    /**
     * Makes one.
     *
     * @param cause what is wrong, as the end of a sentence
     * @param fix a sentence: what the plugin's author does about it
     */
    public FaultyViewException(String cause, String fix) {
        super(cause);
        this.cause = cause;
        this.fix = fix;
    }

    /** {@return this as a failure that names the plugin} */
    public PortalException of(ExtensionHandle<?> handle) {
        return new PortalException(
                ProblemKind.INTERNAL,
                "'" + handle.id() + "' of plugin '" + handle.plugin() + "' can't be shown: " + cause + ".",
                fix,
                this);
    }
}
