package org.callboard.core.edge;

import org.jspecify.annotations.Nullable;

/**
 * The headers in which a proxy says who sends a request.
 *
 * @param from whose connections they count on
 * @param user the header with the name
 * @param groups the header with the groups, behind one another with commas between; null for none
 * @param domain where names are e-mail addresses, whose addresses have a local part that is the name; null where they are none
 */
public record ProxyHeaders(
        AddressBlocks from,
        String user,
        @Nullable String groups,
        @Nullable String domain) {}
