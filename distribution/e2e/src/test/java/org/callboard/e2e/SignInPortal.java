package org.callboard.e2e;

import java.net.URI;

/** The settings of a portal at which people sign in by a provider. */
final class SignInPortal {

    /** What the provider has for the portal's secret: with signs that have to be encoded on the way. */
    private static final String SECRET = "e2e:secret+&";

    private SignInPortal() {}

    /** {@return a port that nobody uses}: the provider has to know beforehand where browsers come back to */
    static String settings(String issuer) {
        return """
                  limits:
                    callDeadline: 30s
                  hosts:
                    sign-in-oidc:
                      - host: %s
                  config:
                    sign-in-oidc:
                      providers:
                        company:
                          title: Company
                          issuer: %s
                          clientId: callboard
                          clientSecret: '%s'
                          scopes: [openid, profile, email, offline_access]
                          parameters: {prompt: consent}
                          checkEvery: 2s
                auth:
                  people:
                    - issuer: %s
                      by: username
                  groups:
                    - issuer: %s
                      prefix: callboard-
                """.formatted(URI.create(issuer).getAuthority(), issuer, SECRET, issuer, issuer);
    }
}
