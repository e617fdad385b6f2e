package org.callboard.api.signin;

import java.net.URI;

/**
 * A sign-in that is under way.
 *
 * @param location where the browser goes
 * @param kept what {@link SignInProvider#finish} needs, such as a nonce; the browser does not see it
 */
public record SignInStart(URI location, Kept kept) {}
