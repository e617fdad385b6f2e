package org.callboard.plugin.scorecards.standard;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How facts are called. */
public final class FactNames {

    /** The facts that the catalog knows. */
    public static final Set<String> OF_THE_CATALOG = Set.of("catalog", "relations", "problems", "provenance");
    /** Where an entity comes from. */
    public static final String PROVENANCE = "provenance";
    /** Whether there is documentation. */
    public static final String DOCS = "docs";
    /** Begins the name of a file. */
    public static final String FILE = "file:";
    /** Begins the name of an address. */
    public static final String HTTP = "http:";

    /** Begins the name of a plugin's column of the catalog. */
    public static final String COLUMN = "column:";

    static final String FIX =
            "Write catalog, relations, problems, provenance, docs, file:<path>, http:<address>, column:<plugin>/<id>, or the name of a fact that is"
                    + " pushed or a plugin's: ci/coverage.";

    private static final int LONGEST = 200;
    private static final Pattern PUSHED = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");
    private static final Pattern OFFERED = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+");
    private static final Pattern GLOB = Pattern.compile("[^\\\\:{}\\[\\]]+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^{}/\\s]+(/\\S*)?");

    private FactNames() {}

    /** {@return whether a fact may be pushed under this name} */
    public static boolean isPushable(String name) {
        return name.length() <= LONGEST
                && PUSHED.matcher(name).matches()
                && !OF_THE_CATALOG.contains(name)
                && !name.equals(DOCS);
    }

    /** {@return why there can be no such fact, if so} */
    static Optional<String> flaw(String name) {
        if (name.length() > LONGEST) {
            return Optional.of("The name of the fact is longer than " + LONGEST + " characters.");
        }
        if (name.startsWith(FILE)) {
            String path = name.substring(FILE.length());
            boolean isInside = !path.startsWith("/") && !("/" + path + "/").contains("/../");
            return isInside && GLOB.matcher(path).matches()
                    ? Optional.empty()
                    : Optional.of("'" + path + "' is no path below the folder of a descriptor.");
        }
        if (name.startsWith(HTTP)) {
            return ADDRESS.matcher(name.substring(HTTP.length())).matches()
                    ? Optional.empty()
                    : Optional.of("'" + name + "' names no address: http:https://ci.example.com/{name}.");
        }
        if (name.startsWith(COLUMN)) {
            return OFFERED.matcher(name.substring(COLUMN.length())).matches()
                    ? Optional.empty()
                    : Optional.of("'" + name + "' names no column: column:docs/open-reports.");
        }
        return name.isEmpty() || PUSHED.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("There can be no fact '" + name + "'.");
    }
}
