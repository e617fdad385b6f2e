package org.callboard.plugin.docs.feedback;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.source.FileChange;
import org.callboard.plugin.docs.DocsConfig;
import org.callboard.plugin.docs.Sites;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryFiles;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.RecordedActs;
import org.callboard.testkit.TestCaller;
import org.callboard.testkit.TestConfiguration;

/** A documented component whose owners are Mara's team, and what readers say of it. */
final class Fixture {

    static final EntityRef LEDGER = EntityRef.parse("component:default/ledger");
    static final String PATH = "default/component/ledger";
    static final TestCaller MARA = TestCaller.named("Mara").only(Permission.CATALOG_READ, Permission.PORTAL_USE);
    static final TestCaller JON = TestCaller.named("Jon").only(Permission.CATALOG_READ, Permission.PORTAL_USE);
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    final MemoryCatalog catalog = MemoryCatalog.of("""
            kind: Component
            metadata: {name: ledger, title: Ledger, annotations: {backstage.io/techdocs-ref: 'dir:.'}}
            spec: {type: service, owner: group:books}
            ---
            kind: Component
            metadata: {name: other, annotations: {backstage.io/techdocs-ref: 'dir:.'}}
            spec: {type: service, owner: group:others}
            ---
            kind: Group
            metadata: {name: books, title: The bookkeepers}
            spec: {type: team, members: [mara], children: []}
            ---
            kind: Group
            metadata: {name: others}
            spec: {type: team, children: []}
            ---
            kind: User
            metadata: {name: mara}
            spec: {memberOf: [books]}
            ---
            kind: User
            metadata: {name: jon}
            spec: {memberOf: [others]}
            """);
    final MemoryFiles files = new MemoryFiles()
            .put(LEDGER.toString(), "mkdocs.yml", "site_name: Ledger\nrepo_url: https://github.com/acme/ledger.git\n")
            .put(LEDGER.toString(), "docs/index.md", "# Ledger\n\nBooks amounts.\n")
            .put(LEDGER.toString(), "docs/close.md", "# Closing\n\n## At the end\n\nThe amounts of a year.\n")
            .changed(
                    LEDGER.toString(),
                    "docs/index.md",
                    new FileChange(NOW, new FileChange.Commit("ab".repeat(20), "Øst")));
    final MemoryTables tables = new MemoryTables();
    final Sites sites = new Sites(catalog, files);
    final Owners owners = new Owners(catalog);
    final Votes votes = new Votes(tables);
    final Reports reports = new Reports(tables);
    final PageViews views = new PageViews(tables);
    final RecordedActs acts = new RecordedActs();
    final TestConfiguration configuration = TestConfiguration.of(new DocsConfig(365, 90, Optional.empty()));
    final FeedbackResource resource = new FeedbackResource(sites, owners, votes, reports, views, acts);
    final Needs needs = new Needs(sites, owners, votes, reports, views, configuration);

    /** Somebody who has signed in. */
    record SignedIn(Caller caller) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getAuthenticationScheme() {
            return "none";
        }
    }

    static DocPage page(String address) {
        return new DocPage(LEDGER, address);
    }

    Json.Obj about(Caller caller, String page) {
        return resource.about(PATH, page, new SignedIn(caller));
    }

    void report(Caller caller, Json body) {
        resource.report(PATH, body, new SignedIn(caller));
    }

    static Json.Obj said(String page, String section, String quote, String words) {
        return Json.object()
                .put("page", page)
                .put("section", section)
                .put("quote", quote)
                .put("words", words)
                .build();
    }
}
