package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parent that the portal gives to authors does what that of our own plugins does, without our guards. */
class AuthorsParentTest {

    private static final Path POMS = Path.of("../assembly/src/main/maven");

    private static String bnd(Path pom) throws IOException {
        Matcher text =
                Pattern.compile("(?s)<bnd><!\\[CDATA\\[\n(.*?)\\s*]]></bnd>").matcher(Files.readString(pom));
        assertEquals(true, text.find());
        return text.group(1);
    }

    @Test
    void derivesTheSameHeaders() throws IOException {
        assertEquals(
                bnd(Path.of("../../plugins/pom.xml")) + "\n-snapshot: ${tstamp;yyyyMMddHHmmssSSS}",
                bnd(POMS.resolve("plugin-parent.pom")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spotless", "checkstyle", "error_prone", "nullaway", "enforcer", "jacoco", "Werror"})
    void asksAuthorsForNothingThatIsOurOwnHabit(String guard) throws IOException {
        assertFalse(Files.readString(POMS.resolve("plugin-parent.pom")).contains(guard));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugin-parent",
                "plugin-api",
                "testkit",
                "callboard-maven-plugin",
                "launcher",
                "plugin-archetype"
            })
    void needsNoOtherPomOfOurs(String artifact) throws IOException {
        String pom = Files.readString(POMS.resolve(artifact + ".pom"));
        assertFalse(pom.contains("<parent>"));
        assertEquals(true, pom.contains("<artifactId>" + artifact + "</artifactId>\n  <version>@project.version@"));
    }
}
