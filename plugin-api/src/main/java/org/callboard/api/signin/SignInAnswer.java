package org.callboard.api.signin;

import java.net.URI;
import java.util.Map;

/**
 * A browser that came back.
 *
 * @param choice the id of what the person chose
 * @param callback where it came back to
 * @param parameters with what, each of which it had once
 * @param codeVerifier what goes along as {@code code_verifier} where a code becomes a token (RFC 7636)
 * @param kept what {@link SignInProvider#begin} gave
 */
public record SignInAnswer(
        String choice, URI callback, Map<String, String> parameters, String codeVerifier, Kept kept) {

    /** Copies the parameters. */
    public SignInAnswer {
        parameters = Map.copyOf(parameters);
    }

    /** {@return nothing that is secret} */
    @Override
    public String toString() {
        return "answer of " + choice;
    }
}
