package org.callboard.core.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.callboard.core.session.Secrets;

/** Proof Key for Code Exchange (RFC 7636), method S256: who brings a code must be who had it made. */
record CodeProof(String verifier) {

    static CodeProof fresh() {
        return new CodeProof(Secrets.fresh());
    }

    String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return nothing that is secret} */
    @Override
    public String toString() {
        return "CodeProof";
    }
}
