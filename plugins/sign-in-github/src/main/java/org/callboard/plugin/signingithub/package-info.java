/**
 * Sign-in with GitHub, which speaks OAuth 2.0 and no OpenID Connect.
 *
 * <p>{@link org.callboard.plugin.signingithub.GithubSignIn} is what the portal asks, and
 * {@link org.callboard.plugin.signingithub.Account} what GitHub tells of who has an access token.
 */
@NullMarked
package org.callboard.plugin.signingithub;

import org.jspecify.annotations.NullMarked;
