package org.callboard.core.git;

import java.io.IOException;

/** What a repository holds can't be understood, or would take too much. */
final class FaultyRepositoryException extends IOException {

    private static final long serialVersionUID = 1;

    FaultyRepositoryException(String message) {
        super(message);
    }
}
