package org.callboard.core.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.plugins.Diagnosis;
import org.osgi.framework.namespace.PackageNamespace;

/** Reads what the framework says where a bundle can't be wired; nothing else in the portal does. */
final class FrameworkText {

    /** A resource in the framework's words: name, then revision in brackets. */
    private static final String RESOURCE = "(\\S+) \\[.*?\\)\\]";

    private static final String ITSELF = "itself";

    private static final Pattern TWICE =
            Pattern.compile("exposed to package '([^']+)' from resources " + RESOURCE + " and " + RESOURCE);
    private static final Pattern EXPORTED =
            Pattern.compile("exports package '([^']+)' and is also exposed to it from resource " + RESOURCE);
    private static final Pattern MISSING = Pattern.compile("missing requirement \\[[^\\]]*\\][^;]*?([\\w.]+); (\\(.*)");
    private static final Pattern VALUE = Pattern.compile("(\\(!)?\\(([\\w.-]+)(>=|<=|=)([^()]*)\\)");

    private FrameworkText() {}

    static Diagnosis diagnosis(String summary, String text) {
        Matcher twice = TWICE.matcher(text);
        if (twice.find()) {
            return twoWays(summary, twice.group(1), twice.group(2), twice.group(3));
        }
        Matcher exported = EXPORTED.matcher(text);
        if (exported.find()) {
            return twoWays(summary, exported.group(1), ITSELF, exported.group(2));
        }
        // the last one is the root: what stands before it only needs that
        int root = text.lastIndexOf("missing requirement");
        Matcher missing = MISSING.matcher(root < 0 ? "" : text.substring(root));
        String cause = missing.find()
                ? "It needs " + capability(missing.group(1), missing.group(2)) + ", which nobody offers."
                : "What it needs does not fit together with what is offered.";
        return new Diagnosis(
                summary, cause, "Build it with the plugin parent of this portal, and embed its libraries.");
    }

    private static Diagnosis twoWays(String summary, String name, String one, String other) {
        return new Diagnosis(
                summary,
                "It would meet the package " + name + " twice: from " + who(one) + " and from " + who(other) + ".",
                "Build it and the plugins that it uses against one version of that package.");
    }

    /** Ids of plugins have no dots. */
    private static String who(String name) {
        if (name.equals(ITSELF)) {
            return name;
        }
        return name.contains(".") ? "the portal" : "plugin '" + name + "'";
    }

    /** {@return a capability in words: the values of its filter without the filter's signs} */
    static String capability(String namespace, String filter) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(filter);
        while (value.find()) {
            values.add(words(value.group(2), value.group(3), value.group(1) != null) + value.group(4));
        }
        if (namespace.equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            return "the package " + String.join(", ", values).replace(namespace + " ", "");
        }
        return values.isEmpty() ? namespace : namespace + " (" + String.join(", ", values) + ")";
    }

    private static String words(String name, String sign, boolean isDenied) {
        if (isDenied) {
            return name + (sign.equals(">=") ? " below " : " not ");
        }
        return name + (sign.equals(">=") ? " from " : sign.equals("<=") ? " up to " : " ");
    }
}
