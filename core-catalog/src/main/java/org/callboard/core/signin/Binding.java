package org.callboard.core.signin;

import java.time.Instant;

/**
 * Whom an issuer's subject is in the catalog since they first signed in.
 *
 * @param user the reference of the user
 */
public record Binding(String user, String issuer, String subject, Instant since) {}
