package org.callboard.core.process;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.LocationFiles;

/** What a descriptor may point at: files below the configured locations, named from the descriptor's own folder. */
final class NearbyFiles {

    private static final String WEB = " is on the web, and reading from there is not available yet.";

    private final LocationTarget source;
    private final LocationFiles files;

    NearbyFiles(LocationTarget source, LocationFiles files) {
        this.source = source;
        this.files = files;
    }

    /**
     * Where a name leads.
     *
     * @param path the path, where it may be followed
     * @param reason one sentence, why it may not be, where it may not
     * @param fix one sentence, what to do then
     */
    record Lead(Optional<Path> path, String reason, String fix) {}

    Lead follow(String name) {
        if (source.type().equals("url") || isWeb(name)) {
            return refuse(name, WEB, "Put the file beside the descriptor and name it from there, as ./name.yaml.");
        }
        if (scheme(name) > 1) {
            return refuse(name, " names a way of reading that is not available.", "Write the path of a file.");
        }
        try {
            Path path = Path.of(source.target()).resolveSibling(name).normalize();
            return files.allows(path)
                    ? new Lead(Optional.of(path), "", "")
                    : refuse(
                            name,
                            " leads out of the folders of the configured locations.",
                            "Move the file below such a folder, or configure its folder under catalog.locations.");
        } catch (InvalidPathException e) {
            return refuse(name, " is no path.", "Write the path of a file.");
        }
    }

    private static Lead refuse(String name, String why, String fix) {
        return new Lead(Optional.empty(), Texts.quote(name) + why, fix);
    }

    private static boolean isWeb(String name) {
        return name.regionMatches(true, 0, "http://", 0, 7) || name.regionMatches(true, 0, "https://", 0, 8);
    }

    /** {@return how long the scheme is that the name starts with; a drive letter is none} */
    private static int scheme(String name) {
        int at = 0;
        while (at < name.length()
                && (Character.isLetterOrDigit(name.charAt(at)) || "+.-".indexOf(name.charAt(at)) >= 0)) {
            at++;
        }
        return at < name.length() && name.charAt(at) == ':' && Character.isLetter(name.charAt(0)) ? at : 0;
    }
}
