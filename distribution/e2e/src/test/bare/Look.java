import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens addresses in Chromium, one after another, and waits until the last shows a text; with nothing but a JDK:
 * {@code java Look.java BROWSER TEXT ADDRESS...}
 */
final class Look implements WebSocket.Listener {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final Pattern PAGE = Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"(ws://[^\"]+/page/[^\"]+)\"");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** What a reader sees, also of elements that have their insides for themselves. */
    private static final String SEEN = "(function t(n) { return n.nodeType === 3 ? n.data"
            + " : n.nodeName === 'STYLE' || n.nodeName === 'SCRIPT' ? ''"
            + " : [...(n.shadowRoot ?? n).childNodes].map(t).join(' ') })(document.body)";

    private final StringBuilder part = new StringBuilder();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private int asked;

    public static void main(String... arguments) throws Exception {
        List<String> command = List.of(
                arguments[0],
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + Files.createTempDirectory("look"),
                "about:blank");
        Process browser = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            new Look().look(browser, arguments);
        } finally {
            browser.destroy();
            browser.waitFor();
        }
        System.exit(0);
    }

    private void look(Process browser, String... arguments) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI pages = URI.create("http://" + listening(browser) + "/json/list");
        Matcher page = PAGE.matcher(http.send(HttpRequest.newBuilder(pages).build(), BodyHandlers.ofString())
                .body());
        if (!page.find()) {
            throw new IOException("The browser has no page.");
        }
        WebSocket socket =
                http.newWebSocketBuilder().buildAsync(URI.create(page.group(1)), this).get();
        for (int address = 2; address < arguments.length; address++) {
            ask(socket, "Page.navigate", "\"url\":\"" + arguments[address] + "\"");
            String shown = address + 1 < arguments.length ? "" : arguments[1];
            await(socket, "document.readyState === 'complete' && " + SEEN + ".includes('" + shown + "')");
        }
    }

    private static String listening(Process browser) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(browser.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IOException("The browser did not start.");
    }

    private void await(WebSocket socket, String condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!ask(socket, "Runtime.evaluate", "\"expression\":\"" + condition + "\"").contains("\"value\":true")) {
            if (System.nanoTime() > end) {
                throw new IOException("It is not to be seen; there is: "
                        + ask(socket, "Runtime.evaluate", "\"expression\":\"location.href + ' ' + " + SEEN + "\""));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private String ask(WebSocket socket, String method, String parameters) throws Exception {
        int id = ++asked;
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}", true)
                .get();
        for (String message = next(); ; message = next()) {
            if (message.startsWith("{\"id\":" + id + ",")) {
                return message;
            }
        }
    }

    private String next() throws Exception {
        String message = messages.poll(30, TimeUnit.SECONDS);
        if (message == null) {
            throw new IOException("The browser does not answer.");
        }
        return message;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(part.toString());
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
