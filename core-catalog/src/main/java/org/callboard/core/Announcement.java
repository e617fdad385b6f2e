package org.callboard.core;

import org.callboard.core.config.PortalConfig;
import org.callboard.core.session.SignInLinks;

/** Tells whoever started the portal where it is, and how to come in. */
final class Announcement {

    private Announcement() {}

    @SuppressWarnings("SystemOut") // the address is the command's result, not a log line
    static void of(PortalConfig config, int port, SignInLinks links) {
        String scheme = config.edge().certificate() == null ? "http" : "https";
        String address = config.baseUrl() != null
                ? config.baseUrl().toString().replaceFirst("/+$", "")
                : scheme + "://" + config.host() + ":" + port;
        System.out.println("Callboard is at " + address);
        System.out.println("Sign in, once and within 10 minutes: " + address + "/signin?code=" + links.create());
    }
}
