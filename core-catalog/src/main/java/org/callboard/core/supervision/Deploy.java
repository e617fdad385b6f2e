package org.callboard.core.supervision;

import java.time.Instant;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.revision.DeployStep;
import org.jspecify.annotations.Nullable;

/**
 * A revision has come to a step of its way.
 *
 * @param diagnosis why it does not serve, where it does not
 */
public record Deploy(
        String plugin,
        String version,
        String digest,
        DeployStep step,
        Instant at,
        @Nullable Diagnosis diagnosis) {}
