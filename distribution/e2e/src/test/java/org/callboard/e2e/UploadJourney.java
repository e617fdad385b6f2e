package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that end early, come twice, or find no room. */
class UploadJourney {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final PortalFolder folder;

    UploadJourney(@TempDir Path root) {
        folder = PortalFolder.in(root);
    }

    private List<String> jars() {
        try (Stream<Path> files = Files.list(folder.storage().resolve("plugin-jars"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void nothingIsLeftOfAnUploadThatWasCutOffAndItCanBeSentAgain() throws IOException {
        byte[] jar = Plugins.rest("e2e-cut", "1.0.0");
        try (PortalProcess portal = PortalProcess.start(folder)) {
            List<String> before = jars();
            RawHttp raw = new RawHttp(portal.address().getPort());
            for (int share = 0; share < 4; share++) {
                raw.send(part(jar, jar.length * share / 4));
            }
            Eventually.holds("the folder as it was", SOON, () -> jars().equals(before));
            portal.administrator().get("/api/plugins/e2e-cut").expect(404);
            portal.administrator().install(jar).expect(201);
        }
    }

    private byte[] part(byte[] jar, int length) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(("POST /api/plugins HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + folder.token()
                        + "\r\nContent-Type: application/java-archive\r\nContent-Length: " + jar.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.write(jar, 0, length);
        return request.toByteArray();
    }

    @Test
    void ofManyThatSendTheSameJarAtOnceOneInstallsIt() {
        byte[] jar = Plugins.rest("e2e-same", "1.0.0");
        try (PortalProcess portal = PortalProcess.start(folder)) {
            List<CompletableFuture<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                sent.add(CompletableFuture.supplyAsync(
                        () -> portal.administrator().install(jar).status()));
            }
            List<Integer> statuses =
                    sent.stream().map(CompletableFuture::join).sorted().toList();
            assertEquals(List.of(200, 200, 200, 200, 200, 201), statuses);
        }
    }

    /** The portal waits half a minute for the next byte. */
    @Test
    void anUploadThatPausesIsEndedAndOthersSendTheSameMeanwhile() throws IOException {
        byte[] jar = Plugins.rest("e2e-pause", "1.0.0");
        try (PortalProcess portal = PortalProcess.start(folder);
                Socket paused = new Socket(
                        InetAddress.getLoopbackAddress(), portal.address().getPort())) {
            List<String> before = jars();
            paused.getOutputStream().write(part(jar, jar.length / 2));
            Eventually.holds("the file of the upload", SOON, () -> jars().size() == before.size() + 1);
            portal.administrator().install(jar).expect(201);
            portal.administrator().install(jar).expect(200);
            Eventually.holds("the end of the upload", Duration.ofSeconds(90), () -> jars().size() == before.size() + 1);
            String answer = new String(paused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
            portal.administrator().get("/api/e2e-pause/word").expect(200);
        }
    }

    /** Far more than the buffers between the two hold is still to be sent when the answer is there. */
    @Test
    void whoeverIsRefusedWhileSendingHearsWhy() throws IOException {
        byte[] body = new byte[16 << 20];
        String head = "POST /api/plugins HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (PortalProcess portal = PortalProcess.start(folder);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), portal.address().getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
        }
    }

    /** No file may grow beyond 16 MiB: what a full disk is to whoever writes. */
    @Test
    void aDiskWithoutRoomIsSaidAndWhatRanGoesOn() {
        Random random = new Random(1);
        byte[] noise = new byte[20 << 20];
        random.nextBytes(noise);
        byte[] large = PluginJar.of("e2e-full", "2.0.0")
                .file("ui/noise.txt", Base64.getEncoder().encodeToString(noise))
                .build();
        assertTrue(large.length > 17 << 20, () -> large.length + " bytes");
        try (PortalProcess portal = PortalProcess.start(folder, 0, UploadJourney::limit)) {
            Client client = portal.filled();
            client.install(Plugins.rest("e2e-full", "1.0.0")).expect(201);
            List<String> before = jars();
            Answer refused = client.install(large).expectError(503);
            assertTrue(refused.message().contains("can't write the jar to its disk"), refused::text);
            assertEquals(before, jars());
            assertTrue(portal.errors().contains("can't be written to the storage folder"), portal::errors);
            assertEquals("1.0.0", client.get("/api/e2e-full/word").expect(200).text());
            client.install(Plugins.rest("e2e-full", "1.0.1")).expect(200);
            portal.anyone().get("/health/ready").expect(200);
            portal.stop();
        }
    }

    private static void limit(ProcessBuilder command) {
        List<String> limited = new ArrayList<>(List.of("bash", "-c", "ulimit -f 16384 && exec \"$0\" \"$@\""));
        limited.addAll(command.command());
        command.command(limited);
    }
}
