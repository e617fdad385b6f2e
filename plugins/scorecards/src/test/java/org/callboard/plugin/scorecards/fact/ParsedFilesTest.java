package org.callboard.plugin.scorecards.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.Test;

final class ParsedFilesTest {

    private static String shown(Optional<Json> value) {
        return value.map(json -> new TestJson().toText(json)).orElse("nothing");
    }

    @Test
    void xmlIsReadByTheNamesOfItsElements() {
        String pom = """
                <?xml version="1.0"?>
                <!-- a build -->
                <m:project xmlns:m="http://maven.apache.org/POM/4.0.0">
                  <properties><java.version>17</java.version><![CDATA[]]></properties>
                  <module id="a">x</module><module>y</module>
                </m:project>
                """;
        assertEquals(
                "{\"project\":{\"properties\":{\"java.version\":\"17\"},"
                        + "\"module\":[{\"@id\":\"a\",\"#text\":\"x\"},\"y\"]}}",
                shown(XmlJson.read(pom)));
    }

    @Test
    void hostileXmlSaysNothingAndFetchesNothing() {
        assertEquals("nothing", shown(XmlJson.read("<a><b></a>")));
        assertEquals("nothing", shown(XmlJson.read("no xml")));
        assertEquals("nothing", shown(XmlJson.read("<a>".repeat(100_000))));
        assertEquals(
                "nothing", shown(XmlJson.read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:/etc/passwd\">]><a>&x;</a>")));
        String bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
        assertEquals("nothing", shown(XmlJson.read(bomb)));
    }

    @Test
    void tomlIsReadByItsTables() {
        String text = """
                title = "x"
                [package]
                name = "gate"
                "odd.key" = [1, 2.5, true]
                since = 2026-11-22
                [[bin]]
                path = "a"
                """;
        assertEquals(Optional.of(new TestJson().readText("""
                        {"title":"x","package":{"name":"gate","odd.key":[1,2.5,true],"since":"2026-11-22"},"bin":[{"path":"a"}]}""")), TomlJson.read(text));
    }

    @Test
    void hostileTomlSaysNothing() {
        assertEquals("nothing", shown(TomlJson.read("a = ")));
        assertEquals("nothing", shown(TomlJson.read("a = " + "[".repeat(100_000))));
        assertEquals("nothing", shown(TomlJson.read("a" + ".a".repeat(100_000) + " = 1")));
        assertEquals("nothing", shown(TomlJson.read("a = 1\n".repeat(2))));
        assertEquals("nothing", shown(TomlJson.read("#".repeat(300_000))));
    }
}
