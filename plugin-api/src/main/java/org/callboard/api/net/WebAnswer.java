package org.callboard.api.net;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.osgi.annotation.versioning.ProviderType;

/** What a server answered. */
@ProviderType
public interface WebAnswer {

    /** {@return the status of HTTP} */
    int status();

    /** {@return whether the status is one from 200 to 299} */
    default boolean isGood() {
        return status() >= 200 && status() < 300;
    }

    /** {@return the first header of this name, whose case does not matter} */
    Optional<String> header(String name);

    /** {@return all headers of this name} */
    List<String> headers(String name);

    /** {@return the names of all headers, in lower case and in the order of the alphabet} */
    SortedSet<String> headerNames();

    /** {@return the body} */
    byte[] bytes();

    /** {@return the body as text, in the charset that the server names, or UTF-8} */
    String text();

    /**
     * {@return the body as JSON}
     *
     * @throws PortalException UNAVAILABLE, with plugin and host, where it is none
     */
    Json json();
}
