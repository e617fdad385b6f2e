package org.callboard.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes what might be a request if nobody cared; the same sequence for the same seed. */
final class Rubbish {

    private static final List<String> LINES = List.of(
            "GET / HTTP/1.1",
            "GET /api/plugins HTTP/1.1",
            "POST /api/plugins HTTP/1.1",
            "GET /api/catalog/entities?filter=kind=%zz HTTP/1.1",
            "GET /%ff%fe HTTP/1.1",
            "GET / HTTP/9.9",
            "GET /health/ready",
            "PRI * HTTP/2.0",
            "POST /api/catalog/entities/by-refs HTTP/1.1",
            "DELETE /api/plugins/ HTTP/1.1",
            "GET /signin?code=%00 HTTP/1.1");

    private static final List<String> HEADERS = List.of(
            "Host: 127.0.0.1",
            "Host: ",
            "Host: a, b",
            "Content-Length: 5",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked, zip",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Expect: everything",
            "Upgrade: h2c",
            "Connection: upgrade, HTTP2-Settings",
            "Accept: text/html;q=9",
            "Accept-Encoding: gzip;q=x",
            "Content-Type: ;;;",
            "Range: bytes=9-1",
            "If-Modified-Since: tomorrow",
            "Cookie: callboard_session=\u0001; ;;=",
            "Cookie: $Version=1; callboard_session=\"a",
            "Authorization: Bearer",
            "Authorization: \u00ff",
            "X-Callboard-CSRF: \t",
            " folded: line",
            ": no name",
            "no colon");

    private final Random random;

    Rubbish(long seed) {
        random = new Random(seed);
    }

    /** Some statuses above 500 say that the protocol itself is not spoken here: 501 and 505. */
    static boolean isRefusalOfTheProtocol(int status) {
        return status == 501 || status == 505;
    }

    byte[] next() {
        return switch (random.nextInt(4)) {
            case 0 -> noise(random.nextInt(600));
            case 1 -> damaged(request());
            case 2 -> longHeader();
            default -> request();
        };
    }

    private byte[] request() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        append(bytes, LINES.get(random.nextInt(LINES.size())));
        for (int i = random.nextInt(6); i >= 0; i--) {
            append(bytes, HEADERS.get(random.nextInt(HEADERS.size())));
        }
        append(bytes, "");
        bytes.writeBytes(noise(random.nextInt(100)));
        return bytes.toByteArray();
    }

    private byte[] damaged(byte[] bytes) {
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] longHeader() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        append(bytes, "GET /" + "a".repeat(random.nextInt(20_000)) + " HTTP/1.1");
        append(bytes, "X: " + "b".repeat(random.nextInt(40_000)));
        append(bytes, "");
        return bytes.toByteArray();
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void append(ByteArrayOutputStream bytes, String line) {
        bytes.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    static String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~\n]", ".");
        return text.length() > 500 ? text.substring(0, 500) + "..." : text;
    }
}
