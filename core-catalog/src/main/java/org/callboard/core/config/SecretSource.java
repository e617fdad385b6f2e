package org.callboard.core.config;

import org.jspecify.annotations.Nullable;

/** Has the secrets that plugins fetch. */
@FunctionalInterface
public interface SecretSource {

    /** Where no plugin runs. */
    SecretSource NONE = SecretSource::unprovided;

    /** {@return nothing, as nobody knows the scheme} */
    static Fetched unprovided(SecretReference reference) {
        return new Fetched(null, "no plugin that serves provides secrets of '" + reference.scheme() + "'");
    }

    /** {@return what is there of it at this moment} */
    Fetched find(SecretReference reference);

    /**
     * What is there of a secret.
     *
     * @param value null where it was never had
     * @param trouble why there is none, or none that is good still; a clause, or null
     */
    record Fetched(@Nullable String value, @Nullable String trouble) {

        /** {@return nothing of the secret} */
        @Override
        public String toString() {
            return "Fetched[" + trouble + "]";
        }
    }
}
