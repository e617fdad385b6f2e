package org.callboard.api.signin;

/**
 * One who vouches for people, as they meet it on the sign-in page.
 *
 * @param id lower-case letters, digits and hyphens, in the addresses that the browser comes back to; at most 64
 * @param title what people call it, behind the words "Sign in with"
 */
public record SignInChoice(String id, String title) {

    /** Refuses an id that can't stand in an address. */
    public SignInChoice {
        if (!id.matches("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")) {
            throw new IllegalArgumentException("A choice has an id of lower-case letters, digits and hyphens.");
        }
    }
}
