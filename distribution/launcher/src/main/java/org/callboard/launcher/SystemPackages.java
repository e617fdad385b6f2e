package org.callboard.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What bundles get from the class path. Plugins get a few standards. The core gets the libraries that its manifest asks
 * for with {@code platform=core}; as the attribute is mandatory, no plugin can be wired to them by accident.
 */
final class SystemPackages {

    private static final Pattern CORE_IMPORT = Pattern.compile("([\\w.]+);platform=core");

    private SystemPackages() {}

    static String exports(Path core) throws IOException {
        List<String> clauses = new ArrayList<>();
        Properties standards = new Properties();
        try (InputStream in = SystemPackages.class.getResourceAsStream("/standards.properties")) {
            standards.load(in);
        }
        standards.forEach((name, version) -> clauses.add(name + ";version=\"" + version + "\""));
        try (JarFile jar = new JarFile(core.toFile(), false)) {
            String imports = jar.getManifest().getMainAttributes().getValue("Import-Package");
            Matcher matcher = CORE_IMPORT.matcher(imports);
            while (matcher.find()) {
                clauses.add(matcher.group(1) + ";platform=core;mandatory:=platform");
            }
        }
        return String.join(",", clauses);
    }
}
