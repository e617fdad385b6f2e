package org.callboard.core.http;

import java.io.IOException;

/** What the core itself answers, because it must not fail with any plugin. */
interface CoreResource {

    /** Who may ask. */
    enum Access {
        /** Everybody. */
        OPEN,
        /** Whoever asks from this machine, and whoever is signed in. */
        LOCAL,
        /** Whoever is signed in; the resource checks permissions itself. */
        SIGNED_IN,
        /** The resource finds out by itself who asks. */
        OWN_CHECK,
        /** The resource takes what comes from nobody, and counts it as that whatever token comes with it. */
        NOBODY
    }

    /** {@return the prefix of its paths} */
    String prefix();

    /** {@return who may ask: whoever is signed in, unless a resource says otherwise} */
    default Access access() {
        return Access.SIGNED_IN;
    }

    /** Answers. */
    void handle(Exchange exchange) throws IOException;
}
