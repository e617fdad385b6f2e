/**
 * Sign-in with OpenID Connect: by discovery, with the code flow and PKCE.
 *
 * <p>{@link org.callboard.plugin.signinoidc.OidcSignIn} is what the portal asks, {@link org.callboard.plugin.signinoidc.Issuer}
 * one provider with what is known of it, and {@link org.callboard.plugin.signinoidc.IdTokens} says which ID tokens are good.
 */
@NullMarked
package org.callboard.plugin.signinoidc;

import org.jspecify.annotations.NullMarked;
