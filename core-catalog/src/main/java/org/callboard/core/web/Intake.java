package org.callboard.core.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes in what a server sends. Thread-safe. */
@FunctionalInterface
interface Intake {

    /** What fits into memory. */
    Intake MEMORY = (in, most) -> {
        byte[] bytes = in.readNBytes(most + 1);
        return bytes.length > most ? Optional.empty() : Optional.of(new Body(bytes));
    };

    /** {@return what came; empty where it is more than so many bytes} */
    Optional<Body> take(InputStream in, int most) throws IOException;
}
