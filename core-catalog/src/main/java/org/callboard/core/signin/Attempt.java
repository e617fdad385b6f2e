package org.callboard.core.signin;

import org.callboard.api.signin.Kept;

/**
 * A sign-in that is under way.
 *
 * @param browser the SHA-256 of the cookie of the browser that it was begun in
 * @param proof what shows that an answer is to this very sign-in
 * @param returnPath where the person wanted to go
 */
record Attempt(String browser, String plugin, String choice, String returnPath, CodeProof proof, Kept kept) {

    @Override
    public String toString() {
        return "sign-in by " + plugin + "/" + choice;
    }
}
