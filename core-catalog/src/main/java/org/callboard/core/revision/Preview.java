package org.callboard.core.revision;

import java.time.Instant;
import org.callboard.core.extension.PreviewScope;

/**
 * A revision that its author alone sees in place of what serves.
 *
 * @param author who deployed it, by name
 * @param key what a request of theirs must hold to see it
 * @param expires when it ends by itself
 */
public record Preview(Revision revision, String author, String key, Instant expires) {

    /** {@return the id of its plugin} */
    public String plugin() {
        return revision.name().plugin();
    }

    /** {@return what a request of its author's sees in place of what serves} */
    public PreviewScope scope() {
        return new PreviewScope(revision.name(), revision.extensions());
    }

    boolean isOf(String caller, String id) {
        return author.equals(caller) && plugin().equals(id);
    }

    /** {@return nothing that lets anybody see it} */
    @Override
    public String toString() {
        return plugin() + " " + revision.name().version() + " of " + author;
    }
}
