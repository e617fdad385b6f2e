package org.callboard.plugin.docs.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/ledger, https://github.com/acme/ledger/commit/1f, https://github.com/acme/ledger/issues/new",
        "https://GitHub.com/acme/ledger.git/, https://GitHub.com/acme/ledger/commit/1f, https://GitHub.com/acme/ledger/issues/new",
        "https://gitlab.acme.com/a/b/c, https://gitlab.acme.com/a/b/c/-/commit/1f, https://gitlab.acme.com/a/b/c/-/issues/new",
        "https://codeberg.org/acme/x, https://codeberg.org/acme/x/commit/1f, https://codeberg.org/acme/x/issues/new",
        "https://bitbucket.org/acme/x, https://bitbucket.org/acme/x/commits/1f, https://bitbucket.org/acme/x/issues/new"
    })
    void knowsWhereCommitsAndIssuesAre(String repository, String commit, String issue) {
        Forge forge = Forge.of(repository).orElseThrow();
        assertEquals(commit, forge.commit("1f"));
        assertEquals(issue, forge.issue());
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
        assertEquals(Optional.empty(), Forge.of(address));
    }

    @Test
    void fieldsAreCalledAsTheForgeCallsThem() {
        assertEquals("issue[description]", Forge.Kind.GITLAB.textField());
    }
}
