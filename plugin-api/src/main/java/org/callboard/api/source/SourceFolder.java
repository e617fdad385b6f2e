package org.callboard.api.source;

import java.util.List;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** A folder of files, as it was when it was opened; what a file holds is read when it is asked for. Thread-safe. */
@ProviderType
public interface SourceFolder {

    /**
     * {@return the files in it and in the folders below, by rising path, from this folder and with slashes between the
     * steps} Files and folders whose names begin with a dot, but {@code .pages}, and links that lead out of the configured locations, are not
     * among them.
     */
    List<String> paths();

    /** {@return a text that is another as soon as a file came, went or was written before the folder was opened} */
    String fingerprint();

    /** {@return why it may be older than its source; empty where it is not, as far as is known} */
    default Optional<Problem> problem() {
        return Optional.empty();
    }

    /**
     * {@return what one of its files holds now; empty where it is none of {@link #paths} or is gone}
     *
     * @throws PortalException BAD_INPUT where it is larger than 16 MiB
     */
    Optional<byte[]> read(String path);

    /**
     * {@return when one of its files was last changed; empty where that is not known, or it is none of {@link #paths}} The
     * history of a repository is looked through in the background: the first who ask may hear when the file was written, and
     * those who ask later by which commit.
     */
    default Optional<FileChange> change(String path) {
        return Optional.empty();
    }
}
