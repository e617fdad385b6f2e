package org.callboard.core.asks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.PluginJarFile;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.compat.ApiCompatibility;
import org.callboard.core.compat.Mismatch;

/**
 * Says of a jar where its code does not fit the plugin API of this portal. The framework compares the versions of packages
 * and no more: what a class misses would be found when it is reached.
 */
public final class CodeDiagnosis {

    private static final int MOST_PLACES = 3;
    private static final int LONGEST = 400;

    private CodeDiagnosis() {}

    /**
     * Compares a jar's code with the plugin API; none of it runs.
     *
     * @throws RefusedException with the state UNRESOLVED where it does not fit
     */
    public static void check(PluginArchive archive) {
        List<Mismatch> mismatches = mismatches(archive);
        if (!mismatches.isEmpty()) {
            throw RefusedException.unresolved(
                    archive, cause(mismatches), "Build it anew against the plugin API of this portal.");
        }
    }

    /** {@return all that does not fit} */
    public static List<Mismatch> mismatches(PluginArchive archive) {
        try (PluginJarFile jar = PluginJarFile.ofChecked(archive.file())) {
            ClassesOfJar classes = new ClassesOfJar(jar);
            return new ApiCompatibility(classes::bytes, classes::bytes).check(classes.names());
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar of '" + archive.id() + "' can't be read again.", failure);
        }
    }

    private static String cause(List<Mismatch> mismatches) {
        List<String> said = new ArrayList<>(List.of("Its code does not fit the plugin API of this portal."));
        int length = 0;
        for (Mismatch mismatch : mismatches) {
            String place = mismatch.toString();
            length += place.length();
            if (said.size() > MOST_PLACES || (said.size() > 1 && length > LONGEST)) {
                break;
            }
            said.add(place);
        }
        int more = mismatches.size() + 1 - said.size();
        if (more > 0) {
            said.add("And " + more + " more.");
        }
        return String.join(" ", said);
    }
}
