package org.callboard.e2e;

import java.util.List;

/** Spellings of protected paths, of which a careless server takes one for another. */
final class Spellings {

    private Spellings() {}

    static List<String> all() {
        return List.of(
                "//api/plugins",
                "/api//plugins",
                "/./api/plugins",
                "/api/./plugins",
                "/health/../api/plugins",
                "/health/ready/../../api/plugins",
                "/health;x=1/../api/plugins",
                "/api;x=1/plugins",
                "/api/plugins;x=1",
                "/health/..;/api/plugins",
                "/health/%2e%2e/api/plugins",
                "/health/%2E%2E/api/plugins",
                "/health%2f..%2fapi%2fplugins",
                "/health/..%2fapi/plugins",
                "/api%2fplugins",
                "/%61pi/plugins",
                "/api/%70lugins",
                "/API/PLUGINS",
                "/Api/Plugins",
                "/api/plugins/",
                "/api/plugins/.",
                "/api/plugins/..",
                "/api/plugins%00",
                "/api/plugins%20",
                "/api\\plugins",
                "/health\\..\\api\\plugins",
                "/api/plugins?x=/health/ready",
                "/api/plugins#/health/ready",
                "/%c0%ae%c0%ae/api/plugins",
                "/%zz/api/plugins",
                "/api/catalog/entities/",
                "/api/catalog/%2e%2e/plugins",
                "/api/e2e-door/../plugins",
                "/api/e2e-door//word",
                "/api/e2e-door/word;x=1",
                "/signin/../api/plugins",
                "http://127.0.0.1/api/plugins",
                "http://evil.example/api/plugins",
                "*",
                "api/plugins");
    }
}
