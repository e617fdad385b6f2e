package org.callboard.api.signin;

import java.net.URI;

/**
 * Somebody wants to sign in.
 *
 * @param choice the id of what they chose
 * @param callback where the browser has to come back to; no other choice has the same
 * @param state what it has to come back with as the parameter {@code state}
 * @param codeChallenge what goes along as {@code code_challenge}, with S256 as the {@code code_challenge_method} (RFC 7636)
 */
public record SignInRequest(String choice, URI callback, String state, String codeChallenge) {

    /** {@return nothing that is secret} */
    @Override
    public String toString() {
        return "sign-in by " + choice;
    }
}
