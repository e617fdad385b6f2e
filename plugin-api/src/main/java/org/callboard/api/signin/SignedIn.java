package org.callboard.api.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is vouched for at present.
 *
 * @param checkAgain when {@link SignInProvider#refresh} is to be asked whether they still are; null for never
 * @param kept what it needs then, and what {@link SignInProvider#logout} needs; the portal encrypts it
 */
public record SignedIn(SignedInPerson person, @Nullable Instant checkAgain, Kept kept) {}
