package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.core.read.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://github.com/acme/shop/tree/main/docs https://github.com/acme/shop/archive/main.zip docs",
                "https://github.com/acme/shop/blob/v2.1/a/catalog-info.yaml https://github.com/acme/shop/archive/v2.1.zip a/catalog-info.yaml",
                "https://github.com/acme/shop/tree/release%2F7 https://github.com/acme/shop/archive/release/7.zip ''",
                "https://github.com/acme/shop https://github.com/acme/shop/archive/HEAD.zip ''",
                "https://github.com/acme/shop.git https://github.com/acme/shop/archive/HEAD.zip ''",
                "https://raw.githubusercontent.com/acme/shop/main/mkdocs.yml https://github.com/acme/shop/archive/main.zip mkdocs.yml",
                "https://ghe.example.com:8443/acme/shop/tree/main/docs/ https://ghe.example.com:8443/acme/shop/archive/main.zip docs",
                "https://gitlab.com/acme/shop https://gitlab.com/acme/shop/-/archive/HEAD/shop-HEAD.zip ''",
                "https://git.example.com/acme/deep/shop/-/tree/main/my%20docs?ref_type=heads https://git.example.com/acme/deep/shop/-/archive/main/shop-main.zip 'my docs'",
                "https://git.example.com/acme/shop/-/blob/release%2F7/x.yaml https://git.example.com/acme/shop/-/archive/release/7/shop-release-7.zip x.yaml",
                "https://bitbucket.org/acme/shop/src/main/docs https://bitbucket.org/acme/shop/get/main.zip docs",
                "https://codeberg.org/acme/shop/src/branch/main/docs https://codeberg.org/acme/shop/archive/main.zip docs",
                "https://example.com/git/acme/shop/src/tag/v1/docs https://example.com/git/acme/shop/archive/v1.zip docs",
                "https://example.com/stash/projects/P/repos/shop/browse/docs?at=v1 https://example.com/stash/rest/api/latest/projects/P/repos/shop/archive?format=zip&prefix=shop&at=v1 docs",
                "https://example.com/files/handbook.zip https://example.com/files/handbook.zip ''",
                "https://github.com/acme/shop/archive/refs/tags/v1.zip https://github.com/acme/shop/archive/refs/tags/v1.zip ''"
            })
    void thePageOfAFolderSaysWhereItsArchiveIs(String page, String archive, String path) throws UnreadableException {
        ArchiveAddress address = ArchiveAddress.of(page, "");
        assertEquals(archive, address.archive().toString());
        assertEquals(path, address.path());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://github.com/acme/shop/tree/main/docs https://github.com/acme/shop/archive/v2.0.zip",
                "https://git.example.com/acme/shop/-/tree/main https://git.example.com/acme/shop/-/archive/v2.0/shop-v2.0.zip",
                "https://example.com/projects/P/repos/shop/browse?at=main https://example.com/rest/api/latest/projects/P/repos/shop/archive?format=zip&prefix=shop&at=v2.0",
            })
    void aVersionTakesThePlaceOfTheOneThatIsNamed(String page, String archive) throws UnreadableException {
        assertEquals(archive, ArchiveAddress.of(page, "v2.0").archive().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://github.com/acme/shop/tree/main/docs https://github.com/acme/shop/commits/0a1b/docs/a%20b.md.atom",
                "https://raw.githubusercontent.com/acme/shop/main/mkdocs.yml https://github.com/acme/shop/commits/0a1b/docs/a%20b.md.atom",
                "https://ghe.example.com/acme/shop/tree/main https://ghe.example.com/acme/shop/commits/0a1b/docs/a%20b.md.atom",
                "https://git.example.com/acme/deep/shop/-/tree/main https://git.example.com/acme/deep/shop/-/commits/0a1b/docs/a%20b.md?format=atom&limit=1",
                "https://gitlab.com/acme/shop https://gitlab.com/acme/shop/-/commits/0a1b/docs/a%20b.md?format=atom&limit=1",
                "https://codeberg.org/acme/shop/src/branch/main/docs https://codeberg.org/acme/shop/atom/branch/main/docs/a%20b.md",
            })
    void thePageOfAFolderSaysWhereTheCommitsOfAFileAre(String page, String feed) throws UnreadableException {
        assertEquals(
                feed,
                ArchiveAddress.of(page, "")
                        .beside(".")
                        .commits("0a1b", "docs/a b.md")
                        .orElseThrow()
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bitbucket.org/acme/shop/src/main/docs",
                "https://example.com/stash/projects/P/repos/shop/browse/docs?at=v1",
                "https://example.com/files/handbook.zip"
            })
    void someHostsTellNothingOfCommitsToStrangers(String page) throws UnreadableException {
        assertTrue(ArchiveAddress.of(page, "").commits("0a1b", "a.md").isEmpty());
    }

    @Test
    void aFilesNameLeadsNowhereElse() throws UnreadableException {
        ArchiveAddress shop = ArchiveAddress.of("https://github.com/acme/shop/tree/main", "");
        assertEquals(
                "https://github.com/acme/shop/commits/HEAD/%7Bcommit%7D/a%3Fb%23c.md.atom",
                shop.commits("", "{commit}/a?b#c.md").orElseThrow().toString());
    }

    @Test
    void pathsAreTakenFromTheDescriptorsFolder() throws UnreadableException {
        ArchiveAddress descriptor =
                ArchiveAddress.of("https://github.com/acme/shop/blob/main/team/catalog-info.yaml", "");
        assertEquals("team", descriptor.beside(".").path());
        assertEquals("team/docs", descriptor.beside("docs/").path());
        assertEquals("handbook", descriptor.beside("./../handbook").path());
        assertEquals("", descriptor.beside("..").path());
        for (String out : new String[] {"../..", "/etc", "a\\b", "../../other/-/tree"}) {
            assertThrows(UnreadableException.class, () -> descriptor.beside(out), out);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/catalog-info.yaml",
                "https://example.com/",
                "ftp://github.com/acme/shop/tree/main",
                "https://user@github.com/acme/shop/tree/main",
                "https://github.com/acme",
                "https://github.com/acme/shop/tree/..%2f..%2fx"
            })
    void whatIsNoneIsRefused(String page) {
        assertThrows(UnreadableException.class, () -> ArchiveAddress.of(page, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../b", "/a", "a b", "a?b", "a#b", "-a", "%2e%2e", "a//b"})
    void whatIsNoVersionIsRefused(String version) {
        assertThrows(
                UnreadableException.class, () -> ArchiveAddress.of("https://github.com/acme/shop/tree/main", version));
        assertThrows(UnreadableException.class, () -> ArchiveAddress.of("https://example.com/x.zip", version));
    }

    @Test
    void whatGitHubOffersIsAskedForWhereItIs() throws UnreadableException {
        WebUrl archive = WebUrl.parse("https://github.com/acme/shop/archive/release/7.zip");
        assertEquals(
                "https://codeload.github.com/acme/shop/zip/release/7",
                RawAddress.of(archive).toString());
    }
}
