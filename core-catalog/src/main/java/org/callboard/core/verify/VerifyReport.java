package org.callboard.core.verify;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.archive.Wording;
import org.callboard.core.compat.Mismatch;
import org.callboard.core.verify.PluginCheck.Result;

/** What was found out about a jar, for people. */
final class VerifyReport {

    private static final String API = "org.callboard.api.";
    private static final int MOST_MISMATCHES = 100;
    private static final int LONGEST_LINE = 400;

    private VerifyReport() {}

    static void print(String file, Result result, PrintStream out) {
        if (result.id().isEmpty()) {
            out.println(file);
        } else {
            String owner = result.owner().isEmpty() ? "" : " of " + result.owner();
            out.println(result.id() + " " + result.version() + owner);
            rows("runs on", List.of(api(result.imports())), out);
            rows("needs", packages(others(result.imports())), out);
            rows("offers", packages(result.exports()), out);
            rows(
                    "adds",
                    result.extensions().stream()
                            .map(added -> added.point() + " " + added.id())
                            .toList(),
                    out);
            rows(
                    "asks",
                    result.asks().stream()
                            .map(need -> need.kind() + " " + need.name())
                            .toList(),
                    out);
        }
        verdict(result, out);
    }

    private static void rows(String name, Collection<String> values, PrintStream out) {
        values.forEach(value -> out.println("  " + name + " ".repeat(8 - name.length()) + value));
    }

    /** {@return the versions of the plugin API that have all its packages as it needs them} */
    private static String api(Map<String, String> imports) {
        TreeSet<String> ranges = new TreeSet<>();
        imports.forEach((name, range) -> {
            if (name.startsWith(API)) {
                ranges.add(words(range));
            }
        });
        return ranges.isEmpty() ? "any plugin API" : "plugin API" + String.join(" and", ranges);
    }

    private static Map<String, String> others(Map<String, String> imports) {
        Map<String, String> others = new TreeMap<>(imports);
        others.keySet().removeIf(name -> name.startsWith(API));
        return others;
    }

    private static List<String> packages(Map<String, String> packages) {
        return packages.entrySet().stream()
                .map(entry -> entry.getKey() + words(entry.getValue()))
                .toList();
    }

    /** {@return a range of versions as people say it, with a space before it} */
    static String words(String range) {
        String[] ends = range.replaceAll("[\\[\\]()\\s]", "").split(",", 2);
        if (ends[0].isEmpty()) {
            return "";
        }
        if (ends.length == 1) {
            return " from " + ends[0];
        }
        return (range.startsWith("(") ? " above " : " from ")
                + ends[0]
                + (range.endsWith(")") ? " to below " : " to ")
                + ends[1];
    }

    /** The names in it are the jar's own. */
    private static String line(Mismatch mismatch) {
        return Wording.line(mismatch.toString(), LONGEST_LINE);
    }

    private static void verdict(Result result, PrintStream out) {
        Diagnosis refusal = result.refusal();
        if (refusal != null) {
            out.println(refusal.summary());
            out.println("  " + refusal.cause());
            out.println("  " + refusal.fix());
        }
        List<Mismatch> mismatches = result.mismatches();
        if (!mismatches.isEmpty()) {
            out.println("Where its code does not fit the plugin API of this version:");
            mismatches.stream().limit(MOST_MISMATCHES).forEach(mismatch -> out.println("  " + line(mismatch)));
            int more = mismatches.size() - MOST_MISMATCHES;
            out.print(more > 0 ? "  and " + more + " more.\n" : "");
        }
        if (result.isFine()) {
            out.println("This version of the portal would take it.");
        }
    }
}
