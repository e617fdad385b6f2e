package org.callboard.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Puts the framework's text about a bundle that does not resolve into a sentence. */
final class WiringDiagnosis {

    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern TO = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");
    private static final Pattern JAVA = Pattern.compile("\\(osgi\\.ee=JavaSE\\)\\(version=([^)]+)\\)");

    private final BundleContext context;

    WiringDiagnosis(BundleContext context) {
        this.context = context;
    }

    RefusedException explain(PluginArchive archive, BundleException failure) {
        String text = String.valueOf(failure.getMessage());
        String missing = text.substring(Math.max(0, text.lastIndexOf("missing requirement")));
        String summary = "Plugin '" + archive.id() + "' " + archive.version() + " does not fit this portal.";
        Matcher java = JAVA.matcher(missing);
        if (java.find()) {
            return refused(
                    summary,
                    "It needs Java " + java.group(1) + "; the portal runs on Java "
                            + Runtime.version().feature() + ".",
                    "Build it for an older Java, or run the portal on a newer one.",
                    failure);
        }
        Matcher name = PACKAGE.matcher(missing);
        if (name.find()) {
            return missingPackage(summary, name.group(1), missing, failure);
        }
        return refused(
                summary,
                "It needs something that nobody offers: " + plain(missing) + ".",
                "Leave the need out.",
                failure);
    }

    private RefusedException missingPackage(String summary, String name, String text, BundleException failure) {
        String range = range(text);
        List<String> offers = offers(name);
        String cause = "It needs the package " + name + range
                + (offers.isEmpty() ? ", which nobody offers." : "; offered is " + String.join(", ", offers) + ".");
        String fix = name.startsWith("org.callboard.api.")
                ? "Build it against the plugin API of this portal."
                : "Embed the library that has it in the plugin's jar.";
        return refused(summary, cause, fix, failure);
    }

    private static String range(String text) {
        Matcher from = FROM.matcher(text);
        Matcher to = TO.matcher(text);
        if (!from.find()) {
            return "";
        }
        return to.find() ? " from " + from.group(1) + " to below " + to.group(1) : " from " + from.group(1);
    }

    /** {@return version and bundle of every offer of the package that plugins may use} */
    private List<String> offers(String name) {
        List<String> found = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision == null) {
                continue;
            }
            for (BundleCapability offer : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                if (name.equals(offer.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                        && offer.getAttributes().get("platform") == null) {
                    found.add(offer.getAttributes().get("version") + " by " + bundle.getSymbolicName());
                }
            }
        }
        return found;
    }

    private static String plain(String text) {
        return text.replace("missing requirement", "")
                .replaceAll("\\[[^\\]]*\\]", "")
                .replaceAll("[()&]", " ")
                .strip();
    }

    private static RefusedException refused(String summary, String cause, String fix, BundleException failure) {
        return new RefusedException(new Diagnosis(summary, cause, fix), PluginState.UNRESOLVED, failure);
    }
}
