package org.callboard.plugin.scorecards.fact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.plugin.scorecards.yaml.YamlTree;
import org.callboard.plugin.scorecards.yaml.YamlTrouble;

/** The document that declares an entity, as its author wrote it. */
public final class Descriptor {

    static final String ORIGIN = "backstage.io/managed-by-origin-location";

    private static final String LOCATION = "backstage.io/managed-by-location";
    private static final Pattern READ = Pattern.compile("(?:file:|url:https?://)[^?#]*/([^/?#]+)(?:[?#].*)?");

    private Descriptor() {}

    /** {@return what declares an entity, as {@code type:target}; empty where that is not known} */
    public static String location(Entity entity) {
        return entity.annotation(LOCATION).orElse("");
    }

    /** {@return the name of the file that declares it, here or in the web; empty where none does} */
    static String fileName(Entity entity) {
        Matcher read = READ.matcher(location(entity));
        return read.matches() ? read.group(1) : "";
    }

    /** {@return where people find what declares an entity: the address, or the file's name and no path of the server's} */
    public static String place(Entity entity) {
        String location = location(entity);
        return location.startsWith("file:") ? fileName(entity) : location.replaceFirst("^url:", "");
    }

    /** {@return its text, without the other documents of the file; nothing where it can't be read from there} */
    public static Optional<String> text(Caller caller, Entity entity, SourceFiles files) {
        String name = fileName(entity);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return files.folder(caller, entity.ref(), ".")
                    .read(name)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .flatMap(text -> Arrays.stream(text.split("(?m)^---[ \\t]*\\R", -1))
                            .filter(part -> isOf(part, entity.ref()))
                            .findFirst());
        } catch (PortalException none) {
            return Optional.empty();
        }
    }

    private static boolean isOf(String text, EntityRef ref) {
        try {
            List<YamlTree> documents = YamlTree.read(text);
            return documents.size() == 1 && isOf(documents.get(0), ref);
        } catch (YamlTrouble none) {
            return false;
        }
    }

    /** {@return whether a document declares an entity} */
    static boolean isOf(YamlTree tree, EntityRef ref) {
        try {
            return tree.value() instanceof Json.Obj document
                    && new EntityRef(
                                    document.text("kind").orElse(""),
                                    document.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE),
                                    document.text("metadata", "name").orElse(""))
                            .equals(ref);
        } catch (YamlTrouble none) {
            return false;
        }
    }
}
