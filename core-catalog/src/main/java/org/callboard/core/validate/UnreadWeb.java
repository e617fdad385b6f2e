package org.callboard.core.validate;

import java.nio.charset.StandardCharsets;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;

/** The web of somebody who is offline: whatever is named there is taken to be a text. */
final class UnreadWeb implements ResourceReader {

    @Override
    public Resource resolve(Resource base, String name) {
        return new Resource(Resource.URL, name);
    }

    @Override
    public byte[] read(Resource resource) {
        return resource.target().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String fingerprint(Resource resource) {
        return "";
    }

    static Problem notChecked(String file, Resource page) {
        return new Problem(
                Level.INFO,
                "not-checked",
                null,
                SourcePosition.ofFile(file),
                "'" + page.target() + "' is on the web, and is not checked.",
                "Nothing needs to be done; the portal reads it where reading.allow has its host.");
    }
}
