package org.callboard.e2e;

import static org.callboard.e2e.ClassicFailures.given;
import static org.callboard.e2e.JarSurgery.withEntry;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.e2e.BadJars.Case;
import org.callboard.e2e.ForgedZip.Entry;

/** Files that are no jar, or more than one jar, or a jar without measure. */
final class BrokenZips {

    private static final byte[] TEXT = PluginJar.bytes("text");

    private BrokenZips() {}

    static List<Case> all() {
        return Stream.of(files(), views(), entries(), measures())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> files() {
        return List.of(
                given("zero bytes", () -> new byte[0]),
                given("no zip", () -> PluginJar.bytes("This is not a jar.")),
                given("half a jar", () -> half(ClassicFailures.good())),
                given(
                        "a picture that is a jar as well",
                        () -> joined(PluginJar.bytes("GIF89a"), ClassicFailures.good())),
                given("a jar with something behind it", () -> joined(ClassicFailures.good(), TEXT)),
                given("a jar behind a jar", () -> joined(ClassicFailures.good(), ClassicFailures.good())));
    }

    private static List<Case> views() {
        return List.of(
                forged("an entry under two names", new Entry("a.txt", TEXT).under("b.txt")),
                forged("an entry of two sizes", new Entry("a.txt", TEXT).saying(2)),
                forged("an entry where another stands", new Entry("a.txt", TEXT).sharing()),
                forged("an encrypted entry", new Entry("a.txt", TEXT).flagged(1)),
                given(
                        "bytes that belong to no entry",
                        () -> ForgedZip.of(ClassicFailures.good())
                                .hide(TEXT)
                                .add(new Entry("a.txt", TEXT))
                                .bytes()),
                given(
                        "an entry twice",
                        () -> ForgedZip.of(ClassicFailures.good())
                                .add(new Entry("a.txt", TEXT))
                                .add(new Entry("a.txt", PluginJar.bytes("more")))
                                .bytes()),
                forged("a second manifest", new Entry("meta-inf/manifest.mf", TEXT)));
    }

    private static List<Case> entries() {
        return List.of(
                forged("a link", new Entry("link", PluginJar.bytes("/etc/passwd")).as(0120777)),
                forged("a device", new Entry("device", TEXT).as(0020666)),
                forged("a program of another user", new Entry("program", TEXT).as(0104755)),
                forged("an entry above", new Entry("../../evil.txt", TEXT)),
                forged("an absolute entry", new Entry("/tmp/evil.txt", TEXT)),
                forged("an entry on a drive", new Entry("C:/evil.txt", TEXT)),
                forged("an entry above, the other way", new Entry("a\\..\\..\\evil.txt", TEXT)),
                forged("an entry with an invisible name", new Entry("a\u0000b\u202e.txt", TEXT)));
    }

    private static List<Case> measures() {
        return List.of(
                given("a bomb", () -> withEntry(ClassicFailures.good(), "bomb.bin", new byte[50 << 20])),
                given("more entries than are taken", () -> crowded()),
                given("archives within archives", () -> nested()));
    }

    private static byte[] crowded() {
        ForgedZip zip = ForgedZip.of(ClassicFailures.good());
        for (int entry = 0; entry < 10_001; entry++) {
            zip.add(new Entry("e" + entry, new byte[0]));
        }
        return zip.bytes();
    }

    private static byte[] nested() {
        byte[] content = TEXT;
        for (int level = 0; level < 10; level++) {
            content = ForgedZip.empty().add(new Entry("inner.zip", content)).bytes();
        }
        return withEntry(ClassicFailures.good(), "outer.zip", content);
    }

    private static Case forged(String name, Entry entry) {
        return given(name, () -> ForgedZip.of(ClassicFailures.good()).add(entry).bytes());
    }

    private static byte[] half(byte[] jar) {
        return Arrays.copyOf(jar, jar.length / 2);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
