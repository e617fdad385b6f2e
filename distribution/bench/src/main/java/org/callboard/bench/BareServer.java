package org.callboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * The limit that the portal is compared with: a Jetty that answers {@code /<file>} with the bytes of a file of its folder,
 * from memory, and {@code /lucene} by a query on a bare index. Runs in a process of its own, as the portal does.
 */
final class BareServer extends Handler.Abstract {

    private final Map<String, byte[]> bodies;
    private final BareIndex index;

    private BareServer(Map<String, byte[]> bodies, BareIndex index) {
        this.bodies = bodies;
        this.index = index;
    }

    /** Takes the folder, the number of entities in the index and the size of each. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        BareIndex index = BareIndex.create(
                folder.resolveSibling("bare-index"), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new BareServer(bodies(folder), index));
        server.start();
        System.out.println("http://127.0.0.1:" + connector.getLocalPort());
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String name = Request.getPathInContext(request).substring(1);
        byte[] body = name.equals("lucene") ? index.answer() : bodies.get(name);
        if (body == null) {
            return false;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static Map<String, byte[]> bodies(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), BareServer::read));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
