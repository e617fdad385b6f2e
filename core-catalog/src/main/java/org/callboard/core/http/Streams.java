package org.callboard.core.http;

import org.callboard.core.session.Authentication;

/** The answers without an end. */
record Streams(EventsResource events, ViewChanges views, PluginLogResource logs, Authentication authentication) {

    /** Keeps those open that may be, and ends the others. */
    void heartbeat() {
        endUnwelcome();
        events.heartbeat();
        logs.heartbeat();
    }

    /** Ends those whose callers would not be let in any more. */
    void endUnwelcome() {
        events.endUnless(authentication::isGood);
        logs.endUnless(authentication::isGood);
    }

    void closeAll() {
        views.close();
        events.closeAll();
        logs.closeAll();
    }
}
