package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.callboard.core.read.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryAddressTest {

    private static Optional<RepositoryAddress> of(String url) throws UnreadableException {
        return RepositoryAddress.of(WebUrl.parse(url));
    }

    private static RepositoryAddress parse(String address) {
        return RepositoryAddress.parse(address).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://github.com/acme/led/blob/main/catalog-info.yaml https://github.com/Acme/Led",
                "https://github.com/acme/led/tree/main/docs https://github.com/acme/led.git",
                "https://github.com/acme/led https://github.com/acme/led",
                "https://www.github.com/acme/led/blob/main/x.yaml https://github.com/acme/led",
                "https://raw.githubusercontent.com/acme/led/main/x.yaml https://github.com/acme/led",
                "https://github.com/acme/led/archive/release/7.zip https://github.com/acme/led",
                "https://github.com/acme/led/archive/refs/tags/v1.zip https://github.com/acme/led",
                "https://codeload.github.com/acme/led/zip/main https://github.com/acme/led",
                "https://ghe.example.com:8443/acme/led/archive/main.zip https://ghe.example.com:8443/acme/led",
                "https://gitlab.com/acme/deep/led https://gitlab.com/acme/deep/led",
                "https://gitlab.com/acme/led/-/archive/main/led-main.zip https://gitlab.com/acme/led",
                "https://git.example.com/acme/deep/led/-/blob/main/x.yaml https://git.example.com/acme/deep/led",
                "https://git.example.com/acme/led/-/raw/main/x.yaml http://git.example.com/acme/led/",
                "https://git.example.com/archive/led/-/archive/main/led-main.zip https://git.example.com/archive/led",
                "https://bitbucket.org/acme/led/src/main/docs https://bitbucket.org/acme/led",
                "https://bitbucket.org/acme/led/get/main.zip https://bitbucket.org/acme/led",
                "https://codeberg.org/acme/led/src/branch/main/docs https://codeberg.org/acme/led",
                "https://codeberg.org/acme/led/raw/branch/main/x.yaml https://codeberg.org/acme/led.git",
                "https://example.com/git/acme/led/archive/v1.zip https://example.com/git/acme/led",
                "https://b.example.com/stash/projects/P/repos/led/browse/docs?at=v1 https://b.example.com/stash/projects/P/repos/led/browse",
                "https://b.example.com/projects/P/repos/led/raw/x.yaml https://b.example.com/projects/p/repos/led",
                "https://b.example.com/rest/api/latest/projects/P/repos/led/archive?format=zip&at=v1 https://b.example.com/projects/P/repos/led/browse"
            })
    void whateverIsReadOfARepositoryIsKnownByTheAddressOfThat(String read, String own) throws UnreadableException {
        assertEquals(Optional.of(parse(own)), of(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://github.com/acme/ledger/blob/main/x.yaml https://github.com/acme/led",
                "https://github.com/acme/led/blob/main/x.yaml https://github.com/acme/ledger",
                "https://github.com/acme/led/blob/main/x.yaml https://github.example.com/acme/led",
                "https://git.example.com:8443/acme/led/-/raw/main/x.yaml https://git.example.com/acme/led",
                "https://git.example.com/acme/led/lamp/-/raw/main/x.yaml https://git.example.com/acme/led",
                "https://github.com/other/led/blob/acme/led/x.yaml https://github.com/acme/led",
                "https://b.example.com/projects/P/repos/ledger/raw/x.yaml https://b.example.com/projects/p/repos/led"
            })
    void anotherRepositoryIsAnother(String read, String own) throws UnreadableException {
        assertNotEquals(Optional.of(parse(own)), of(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no url", "https://github.com", "https://github.com/acme", "ssh://git@github.com/a/b", "/a/b"
            })
    void whatIsNoRepositoryIsNone(String address) {
        assertEquals(Optional.empty(), RepositoryAddress.parse(address));
    }

    @Test
    void aPageOfNoCodeHostIsOfNoRepository() throws UnreadableException {
        assertEquals(Optional.empty(), of("https://example.com/files/catalog-info.yaml"));
        assertEquals(Optional.empty(), of("https://example.com/handbook.zip"));
        assertEquals(Optional.empty(), of("https://gitlab.com/acme/led/-/issues"));
    }
}
