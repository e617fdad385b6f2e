package org.callboard.core.process;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.read.UnreadableException;

/** What the documents of one source bring in: bounded, and remembered. One for each source. */
final class SourceInputs {

    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 16L << 20;

    private final Resource source;
    private final ResourceReader reader;
    private final Map<Resource, String> fingerprints = new LinkedHashMap<>();
    private long bytes;
    private int count;

    SourceInputs(Resource source, ResourceReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /** {@return what a name in the source stands for} */
    Resource resolve(String name) throws UnreadableException {
        return resolve(source, name);
    }

    Resource resolve(Resource base, String name) throws UnreadableException {
        return reader.resolve(base, name);
    }

    byte[] read(Resource resource) throws UnreadableException {
        if (bytes > MOST_BYTES || count++ >= MOST) {
            throw new UnreadableException(
                    "too-much-content",
                    "The placeholders of one descriptor file bring in more than " + MOST_BYTES + " bytes or " + MOST
                            + " files.",
                    "Split the descriptor file.");
        }
        // taken before reading, so that a change while it is read shows as one
        fingerprints.computeIfAbsent(resource, reader::fingerprint);
        byte[] content = reader.read(resource);
        bytes += content.length;
        return content;
    }

    /** {@return how messages name what was read: by its URL, or its path from the source's folder} */
    String shown(String target) {
        boolean web = source.type().equals(Resource.URL) || target.regionMatches(true, 0, "http", 0, 4);
        return Texts.quote(web ? target : fromFolder(Path.of(target)));
    }

    private String fromFolder(Path file) {
        Path folder = Path.of(source.target()).getParent();
        return folder == null ? file.toString() : folder.relativize(file).toString();
    }

    List<SourceInput> all() {
        return fingerprints.entrySet().stream()
                .map(entry -> new SourceInput(entry.getKey(), entry.getValue()))
                .toList();
    }
}
