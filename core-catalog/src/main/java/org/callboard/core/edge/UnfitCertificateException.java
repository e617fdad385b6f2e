package org.callboard.core.edge;

/** Says in a sentence why a certificate and its key can't be used. */
public final class UnfitCertificateException extends Exception {

    private static final long serialVersionUID = 1L;

    UnfitCertificateException(String sentence) {
        super(sentence);
    }
}
