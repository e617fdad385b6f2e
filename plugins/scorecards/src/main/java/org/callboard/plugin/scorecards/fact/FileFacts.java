package org.callboard.plugin.scorecards.fact;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.source.SourceFolder;
import org.callboard.api.source.SourcePlace;
import org.callboard.plugin.scorecards.yaml.YamlTree;
import org.callboard.plugin.scorecards.yaml.YamlTrouble;

/**
 * What files beside a descriptor say. A path is the file's text, or what it says as JSON, YAML, XML or TOML; a path with {@code *} is the list
 * of files that fit. Not for use by several threads.
 */
final class FileFacts {

    private static final int LARGEST = 1024 * 1024;
    private static final int MOST_PATHS = 1_000;
    private static final int MOST_FOLDERS = 16;
    private static final int MOST_ANSWERS = 500;
    /** What files hold that are larger is read for each entity anew. */
    private static final int LARGEST_KEPT = 16 * 1024;

    private static final List<String> ALL = List.of("**");

    private final Caller caller;
    private final SourceFiles files;
    private final Instant now;
    private final Map<String, Optional<SourceFolder>> folders = new LeastRecent<>(MOST_FOLDERS);
    private final Map<String, Answer> answers = new LeastRecent<>(MOST_ANSWERS);

    FileFacts(Caller caller, SourceFiles files, Instant now) {
        this.caller = caller;
        this.files = files;
        this.now = now;
    }

    /** {@return what is at a path or pattern} The answer is the same for all entities of a folder. */
    Answer of(Entity entity, String path) {
        String key = key(entity, path);
        Answer known = answers.get(key);
        if (known != null) {
            return known;
        }
        Answer answer = read(entity, path);
        if (!(answer instanceof Answer.Known found) || isSmall(found)) {
            answers.put(key, answer);
        }
        return answer;
    }

    private static boolean isSmall(Answer.Known found) {
        return found.value() == null || Offered.weight(found.value(), LARGEST_KEPT) >= 0;
    }

    private static String key(Entity entity, String path) {
        String declared = Descriptor.location(entity);
        String location = declared.isEmpty() ? entity.ref().toString() : declared;
        return location.substring(0, location.lastIndexOf('/') + 1) + "\n" + path;
    }

    private Answer read(Entity entity, String path) {
        int star = path.indexOf('*');
        int slash = star < 0 ? path.lastIndexOf('/') : path.lastIndexOf('/', star);
        String folder = slash < 0 ? "." : path.substring(0, slash);
        String inner = path.substring(slash + 1);
        try {
            Optional<SourceFolder> opened = folder(entity, folder);
            if (opened.isEmpty()) {
                return new Answer.Known(null, now, "file", path);
            }
            return star < 0 ? content(opened.get(), inner, path) : fitting(opened.get(), inner, folder);
        } catch (PortalException refused) {
            return refused.kind() == ProblemKind.UNAVAILABLE
                    ? new Answer.Missing(refused.message())
                    : new Answer.Failed(refused.message());
        }
    }

    /** A folder, opened once for all entities beside whose descriptors it is; empty where there is none. */
    Optional<SourceFolder> folder(Entity entity, String path) {
        String key = key(entity, path);
        Optional<SourceFolder> known = folders.get(key);
        if (known == null) {
            known = open(entity, path);
            folders.put(key, known);
        }
        return known;
    }

    private Optional<SourceFolder> open(Entity entity, String path) {
        try {
            // said as a pattern, so that nobody waits for a repository on the web: until it is there, nothing is known
            return Optional.of(
                    files.folder(caller, SourcePlace.beside(entity.ref(), path).only(ALL)));
        } catch (PortalException none) {
            if (none.kind() == ProblemKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw none;
        }
    }

    private Answer content(SourceFolder folder, String name, String path) {
        Optional<byte[]> bytes = folder.read(name);
        if (bytes.isPresent() && bytes.get().length > LARGEST) {
            return new Answer.Failed("The file " + path + " is larger than 1 MiB.");
        }
        Json value = bytes.map(found -> parsed(name, new String(found, StandardCharsets.UTF_8)))
                .orElse(null);
        return new Answer.Known(value, now, "file", path);
    }

    /** What is not what its name says is a text, templates for example. */
    private static Json parsed(String name, String text) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<Json> value = switch (ending) {
            case "json", "yaml", "yml" -> yaml(text);
            case "xml" -> XmlJson.read(text);
            case "toml" -> TomlJson.read(text);
            default -> Optional.empty();
        };
        return value.orElseGet(() -> Json.of(text));
    }

    private static Optional<Json> yaml(String text) {
        try {
            List<Json> documents = new ArrayList<>();
            for (YamlTree document : YamlTree.read(text)) {
                documents.add(document.value());
            }
            return Optional.of(documents.size() == 1 ? documents.get(0) : new Json.Arr(documents));
        } catch (YamlTrouble none) {
            return Optional.empty();
        }
    }

    private Answer fitting(SourceFolder folder, String glob, String prefix) {
        Pattern pattern = Pattern.compile(regex(glob));
        List<String> fitting = folder.paths().stream()
                .filter(path -> pattern.matcher(path).matches())
                .limit(MOST_PATHS)
                .map(path -> prefix.equals(".") ? path : prefix + "/" + path)
                .toList();
        return new Answer.Known(
                fitting.isEmpty() ? null : Json.ofTexts(fitting),
                now,
                "file",
                fitting.isEmpty() ? null : fitting.get(0));
    }

    /** {@code **} is any number of folders, {@code *} a part of a name. */
    static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (glob.charAt(i) == '*') {
                regex.append("[^/]*");
            } else {
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
            }
        }
        return regex.toString();
    }
}
