package org.callboard.core.entity;

import java.util.List;
import java.util.Random;

/** Addresses of all sorts, put together of good parts and bad ones. */
final class RandomUrls {

    private static final List<String> SCHEMES = List.of(
            "https:",
            "https:",
            "http:",
            "HTTP:",
            "ftp:",
            "ws:",
            "file:",
            "mailto:",
            "javascript:",
            "git+ssh:",
            "a1:",
            "",
            "1a:",
            ":",
            "ht tp:",
            "h\tttp:",
            " https:",
            "slack:",
            "urn:");
    private static final List<String> SLASHES =
            List.of("//", "//", "//", "//", "/", "", "///", "\\\\", "/\\", "?", "#");
    private static final List<String> USERS = List.of("", "", "", "", "", "me@", "me:word@", "@", "a@b@", ":@", "a b@");
    private static final List<String> HOSTS = List.of(
            "example.com",
            "EXAMPLE.com",
            "localhost",
            "a_b.example.com",
            "-a-.com",
            "a..b",
            "a.",
            ".",
            "",
            "ex ample.com",
            "ex%20ample.com",
            "ex%41mple.com",
            "%",
            "%zz",
            "%e2%82",
            "a<b",
            "a|b",
            "a^b",
            "a`b",
            "{{host}}",
            "${host}",
            "a!b",
            "1.2.3.4",
            "1.2.3.256",
            "1.2.3",
            "1.2.3.4.5",
            "256.1.1",
            "127.1",
            "2130706433",
            "4294967296",
            "0x7f.1",
            "0x",
            "0xg",
            "1.0x",
            "09.1",
            "a.1",
            "a.1b",
            "1.2.3.4.",
            "1..2",
            "a.0x1",
            "[::1]",
            "[::]",
            "[::1",
            "[1:2:3:4:5:6:7:8]",
            "[1:2:3:4:5:6:7::]",
            "[1:2:3:4:5:6:7:8::]",
            "[1::2::3]",
            "[::1.2.3.4]",
            "[::1.2.3]",
            "[::01.2.3.4]",
            "[::1.2.3.4:5]",
            "[1:2:3:4:5:6:7:1.2.3.4]",
            "[1:2:3:4:5:6:1.2.3.4]",
            "[::12345]",
            "[:1]",
            "[1:]",
            "[]",
            "[::1%25eth0]",
            "[::g]",
            "[::1]a",
            "a[::1]",
            "b\u00fccher.example",
            "xn--bcher-kva.example",
            "xn--",
            "xn--a",
            "xn--a-\u00e4",
            "\u3002",
            "a\u3002b",
            "\u00ad",
            "a\u00adb",
            "\u2100",
            "\uff05",
            "\uff45xample.com",
            "\uFFFD",
            "\uD83D\uDE00.example",
            "a\u200Bb",
            "a\u202Eb",
            "\u0661.2.3.4",
            "\u05d0.example",
            "a\u0000b",
            "a\u007fb",
            "a\u0080b",
            "C:",
            "C|",
            "a\tb",
            "a:b");
    private static final List<String> PORTS = List.of(
            "", "", "", "", ":", ":80", ":0080", ":000065535", ":65536", ":1a", ":-1", ": 80", ":\u0661", ":8\n0");
    private static final List<String> PATHS = List.of(
            "", "", "/", "/a b", "/%zz", "/{{x}}", "?a=b c", "#a b", "\\a", "/a\u0000", " ", "/\uD83D\uDE00", "/@:/");

    private static final int ASCII = 128;

    private final Random random;

    RandomUrls(Random random) {
        this.random = random;
    }

    String next() {
        String url = one(SCHEMES) + one(SLASHES) + one(USERS) + one(HOSTS) + one(PORTS) + one(PATHS);
        return random.nextBoolean() || isInternational(url) ? url : withOneMore(url);
    }

    /** One character more in such a host makes one that only all of Unicode's tables can judge. */
    private static boolean isInternational(String url) {
        return url.contains("xn--") || url.chars().anyMatch(c -> c >= ASCII);
    }

    private String withOneMore(String url) {
        int place = random.nextInt(url.length() + 1);
        return url.substring(0, place) + (char) random.nextInt(ASCII) + url.substring(place);
    }

    private String one(List<String> parts) {
        return parts.get(random.nextInt(parts.size()));
    }
}
