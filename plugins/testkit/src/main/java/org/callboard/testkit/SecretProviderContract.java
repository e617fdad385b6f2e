package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.api.config.LeasedSecret;
import org.callboard.api.config.SecretProvider;
import org.callboard.api.problem.PortalException;
import org.junit.jupiter.api.Test;

/** What everything keeps to that fetches secrets. */
public interface SecretProviderContract extends ExtensionContract<SecretProvider> {

    /** {@return a key that there is a secret of} */
    String key();

    /** {@return a key of the same form that there is none of} */
    String missingKey();

    /** It stands before the colon, where the portal itself has a meaning for one word. */
    @Test
    default void itsIdCanStandBeforeTheColon() {
        String id = extension().id();
        assertTrue(id.matches("[a-z][a-z0-9-]*"), () -> "The id is '" + id + "'.");
        assertNotEquals("file", id, "The portal itself reads files.");
    }

    /** The portal asks often, and takes another secret for a new one. */
    @Test
    default void fetchesTheSameAgain() {
        SecretProvider provider = extension();
        LeasedSecret first = provider.fetch(key());
        assertFalse(first.secret().reveal().isEmpty(), "The secret is empty.");
        assertEquals(first.secret(), provider.fetch(key()).secret(), "the second time");
    }

    /** Operators read why; and what can't be had is no empty secret. */
    @Test
    default void saysInASentenceWhatCanNotBeHad() {
        SecretProvider provider = extension();
        for (String key : List.of(missingKey(), "", "..", "../" + key(), "\n")) {
            PortalException failure = assertThrows(PortalException.class, () -> provider.fetch(key), key);
            assertFalse(failure.message().isBlank(), "There is no message.");
            assertFalse(
                    failure.message().contains(extension().fetch(key()).secret().reveal()),
                    "The message has the secret in it.");
        }
    }
}
