package org.callboard.api.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A password, a token, a key: what nobody should come to read by chance. It prints as asterisks and can't be serialised. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** {@return the secret that a text is} */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** {@return the secret itself}, to be handed on at once to whom it is for */
    public String reveal() {
        return value;
    }

    /** Takes as long however much of both is alike. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the same for all of them}: a hash tells of what it was made */
    @Override
    public int hashCode() {
        return 0;
    }

    /** {@return asterisks} */
    @Override
    public String toString() {
        return "***";
    }
}
