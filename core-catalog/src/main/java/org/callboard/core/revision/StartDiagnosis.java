package org.callboard.core.revision;

import java.util.List;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.problem.PortalException;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.leftover.Leftover;
import org.osgi.framework.Bundle;

/** Puts into a sentence what came out of a plugin's code when it was started. */
final class StartDiagnosis {

    private StartDiagnosis() {}

    /** {@return the refusal of a jar whose bundle this is} */
    static RefusedException explain(PluginArchive archive, Bundle bundle, PortalException failure) {
        String part = bundle.getState() == Bundle.ACTIVE ? "One of its extensions" : "Its activator";
        Thrown.Meaning meaning =
                failure.getCause() == null ? said(failure) : Thrown.of(failure).meaning(part);
        Diagnosis diagnosis = new Diagnosis(
                "Plugin '" + archive.id() + "' " + archive.version() + " could not be started.",
                meaning.cause(),
                meaning.fix());
        return new RefusedException(diagnosis, PluginState.FAILED, failure);
    }

    /** What the plugin said in the portal's own words. */
    private static Thrown.Meaning said(PortalException failure) {
        String hint = failure.hint();
        return new Thrown.Meaning(failure.message(), hint == null ? "Mend what its log says." : hint);
    }

    /** {@return what is said of a start that did not come to an end} */
    static RefusedException tookTooLong(
            PluginArchive archive, PortalException slow, List<Leftover> left, boolean isGone) {
        String where = left.stream()
                .filter(leftover -> leftover.kind() == Leftover.Kind.THREAD && leftover.fate() == Leftover.Fate.STAYS)
                .map(leftover -> " It hangs " + leftover.where() + ".")
                .findFirst()
                .orElse("");
        return new RefusedException(
                new Diagnosis(
                        "Plugin '" + archive.id() + "' " + archive.version() + " could not be started.",
                        "What it does when it starts did not come to an end in time." + where,
                        "Do there what takes moments, and the rest on a thread of the plugin's own."
                                + (isGone ? "" : " Restart the portal: the thread that hangs can't be stopped.")),
                PluginState.FAILED,
                slow);
    }
}
