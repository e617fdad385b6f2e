package org.callboard.launcher;

import java.io.PrintStream;

/** {@code callboard login}: asks a running portal for a new one-time sign-in link. */
final class Login {

    private final PortalClient portal;
    private final PrintStream out;

    Login(PortalClient portal, PrintStream out) {
        this.portal = portal;
        this.out = out;
    }

    void run() throws CommandException {
        out.println(portal.url() + portal.post("/api/session/links").json().text("path"));
    }
}
