package org.callboard.api.plugins;

/**
 * Whose signature a jar was accepted for.
 *
 * @param subject whom the certificate names, such as {@code CN=Payments}
 * @param certificate {@code sha256:} and the fingerprint of the certificate
 */
public record JarSigner(String subject, String certificate) {}
