package org.callboard.plugin.docs.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {

    @ParameterizedTest
    @CsvSource({
        "a.png, \u0089PNG\u0001, PNG",
        "a.PNG, \u0089PNG\u0001, PNG",
        "a.png, <html>, OTHER",
        "a.gif, GIF89a, GIF",
        "a.jpg, \u00ff\u00d8\u00ff\u00e0, JPG",
        "a.svg, <svg>, SVG",
        "a.svgz, x, OTHER",
        "a.html, <html>, OTHER",
        "a.other, x, OTHER",
        "png, \u0089PNG\u0001, PNG",
        "a.png.html, \u0089PNG\u0001, OTHER"
    })
    void isShownOnlyWhereItIsThePictureThatItsNameSays(String path, String content, FileKind kind) {
        assertEquals(kind, FileKind.of(path, content.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
