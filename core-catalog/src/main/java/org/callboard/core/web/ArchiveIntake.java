package org.callboard.core.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.web.Outcome.Failed;
import org.callboard.core.web.Outcome.Fetched;
import org.jspecify.annotations.Nullable;

/** Looks over what came, and puts it into the folder. */
record ArchiveIntake(ArchiveFolder folder, ArchiveCheck check) {

    /** {@return the same, or why it is not to be used} It may take a while. */
    Outcome checked(Copy copy, Outcome outcome) {
        try {
            Path file = arrived(copy, outcome);
            if (file != null) {
                String url = copy.url().toString();
                check.require(url, file);
                String before = copy.hash();
                if (before != null) {
                    check.compare(folder.archive(url, before), file);
                }
            }
            return outcome;
        } catch (UnreadableException unfit) {
            return new Failed(unfit.problem(), null);
        } catch (RuntimeException failure) {
            return ContainedFetcher.failed(copy.url(), failure);
        }
    }

    /** {@return the same, or that it could not be kept} */
    Outcome kept(Copy copy, Outcome outcome, Instant now) {
        try {
            Path file = arrived(copy, outcome);
            if (file != null && outcome instanceof Fetched fetched) {
                folder.keep(copy.url().toString(), file, fetched, now);
            }
            return outcome;
        } catch (IOException failure) {
            return ContainedFetcher.failed(copy.url(), failure);
        }
    }

    private static @Nullable Path arrived(Copy copy, Outcome outcome) {
        return outcome instanceof Fetched fetched && !copy.holds(fetched.body())
                ? fetched.body().file()
                : null;
    }

    /** Clears away what came; what was kept is elsewhere. */
    static void clear(Outcome outcome) {
        Path file = outcome instanceof Fetched fetched ? fetched.body().file() : null;
        if (file != null) {
            ArchiveFolder.remove(file);
        }
    }
}
