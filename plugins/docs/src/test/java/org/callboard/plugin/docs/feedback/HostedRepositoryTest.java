package org.callboard.plugin.docs.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostedRepositoryTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/ledger, https://github.com/acme/ledger/commit/1f, https://github.com/acme/ledger/issues/new",
        "https://GitHub.com/acme/ledger.git/, https://GitHub.com/acme/ledger/commit/1f, https://GitHub.com/acme/ledger/issues/new",
        "https://gitlab.acme.com/a/b/c, https://gitlab.acme.com/a/b/c/-/commit/1f, https://gitlab.acme.com/a/b/c/-/issues/new",
        "https://codeberg.org/acme/x, https://codeberg.org/acme/x/commit/1f, https://codeberg.org/acme/x/issues/new",
        "https://bitbucket.org/acme/x, https://bitbucket.org/acme/x/commits/1f, https://bitbucket.org/acme/x/issues/new"
    })
    void knowsWhereCommitsAndIssuesAre(String repository, String commit, String issue) {
        HostedRepository hosted = HostedRepository.of(repository).orElseThrow();
        assertEquals(commit, hosted.commit("1f"));
        assertEquals(issue, hosted.issue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/acme",
                "javascript:alert('github.com')",
                "https://user@github.com/acme",
                "https://github.com",
                "https://github.com/a?x=1",
                "http://[github",
                "//github.com/acme",
                "https://evil.com/github.com"
            })
    void leadsNowhereElse(String address) {
        assertEquals(Optional.empty(), HostedRepository.of(address));
    }

    private static Optional<HostedRepository> holding(String techdocs, String location) {
        return HostedRepository.holding(MemoryCatalog.of("""
                        kind: Component
                        metadata:
                          name: a
                          annotations: {backstage.io/techdocs-ref: '%s', backstage.io/managed-by-location: '%s'}
                        """.formatted(techdocs, location))
                .find(TestCaller.named("Mara"), EntityRef.parse("component:default/a"))
                .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/ledger/blob/main/src/catalog-info.yaml, https://github.com/acme/ledger",
        "https://gitlab.acme.com/a/b/c/-/tree/main/docs?ref_type=heads, https://gitlab.acme.com/a/b/c",
        "https://codeberg.org/acme/x/src/branch/main, https://codeberg.org/acme/x",
        "https://bitbucket.acme.com/projects/P/repos/x/browse?at=main, https://bitbucket.acme.com/projects/P/repos/x"
    })
    void knowsTheRepositoryThatAPageIsReadFrom(String page, String repository) {
        assertEquals(
                Optional.of(repository), holding("url:" + page, "file:/a.yaml").map(HostedRepository::address));
        assertEquals(Optional.of(repository), holding("dir:docs", "url:" + page).map(HostedRepository::address));
    }

    @Test
    void whatIsReadFromFilesOrElsewhereIsOfNoServer() {
        assertEquals(Optional.empty(), holding("dir:.", "file:/github.com/a/b/blob/main/x.yaml"));
        assertEquals(Optional.empty(), holding("dir:.", "url:https://example.com/a/b/blob/main/x.yaml"));
        assertEquals(Optional.empty(), holding("url:https://github.com/a/b/archive/main.zip", "file:/a.yaml"));
    }

    @Test
    void fieldsAreCalledAsTheForgeCallsThem() {
        assertEquals("issue[description]", HostedRepository.Kind.GITLAB.textField());
    }
}
