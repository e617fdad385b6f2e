package org.callboard.core.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.read.UnreadableException;

/** A web of one allowed host, which remembers what was asked of it. */
final class MemoryWeb implements ResourceReader {

    static final String HOST = "https://code.example/";

    final List<String> read = new ArrayList<>();
    private final Map<String, String> pages = new HashMap<>();

    MemoryWeb put(String path, String text) {
        pages.put(HOST + path, text);
        return this;
    }

    @Override
    public Resource resolve(Resource base, String name) throws UnreadableException {
        if (!name.startsWith(HOST)) {
            throw new UnreadableException("host-not-allowed", "'" + name + "' is not allowed.", "Ask the operator.");
        }
        return new Resource(Resource.URL, name);
    }

    @Override
    public byte[] read(Resource resource) throws UnreadableException {
        read.add(resource.target());
        String text = pages.get(resource.target());
        if (text == null) {
            throw new UnreadableException("http-404", "There is no such page.", "Correct the URL.");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String fingerprint(Resource resource) {
        return "page " + pages.getOrDefault(resource.target(), "none").hashCode();
    }
}
