package org.callboard.core.session;

import java.time.Instant;

/**
 * A browser that is signed in.
 *
 * @param csrf what state-changing requests must send besides the cookie
 */
public record Session(PortalCaller caller, String csrf, Instant expires) {}
