package org.callboard.core.archive;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** What a plugin's jar must hold, and what it must not. */
final class ContentRules {

    private static final Pattern API_OF_A_PLUGIN = Pattern.compile("org/callboard/plugin/([a-z0-9]+)/api/.*");
    private static final List<String> SHARED_WITH_ENDPOINTS = List.of("jakarta/servlet/", "jakarta/ws/rs/");
    private static final String PROVIDED = "Give the dependency that brings it the scope provided.";

    private final String id;
    private final PluginJarFile jar;

    ContentRules(String id, PluginJarFile jar) {
        this.id = id;
        this.jar = jar;
    }

    void check() throws IOException {
        for (String name : jar.names()) {
            if (name.endsWith(".class")) {
                checkCopy(name);
                checkJava(name);
            }
        }
        checkClassPath();
        checkActivator();
        checkComponents();
        checkOffer();
    }

    /** Types that the plugin shares with others must be the same ones: a copy would be another type of the same name. */
    private void checkCopy(String name) {
        Matcher api = API_OF_A_PLUGIN.matcher(name);
        if (name.startsWith("org/callboard/api/") || name.startsWith("org/osgi/framework/")) {
            throw new UnfitException("It holds its own copy of " + name + ", which the portal provides.", PROVIDED);
        }
        if (api.matches() && !api.group(1).equals(id.replace("-", ""))) {
            throw new UnfitException(
                    "It holds its own copy of " + name + ", which is another plugin's API.",
                    PROVIDED + " The package is then imported from that plugin.");
        }
        for (String shared : SHARED_WITH_ENDPOINTS) {
            if (name.startsWith(shared) && imports("org.callboard.api.web")) {
                throw new UnfitException(
                        "It holds its own copy of " + name + ", which its endpoints share with the portal.", PROVIDED);
            }
        }
    }

    private boolean imports(String name) {
        return jar.headers().clauses("Import-Package").stream()
                .anyMatch(clause -> clause.paths().contains(name));
    }

    private void checkJava(String name) throws IOException {
        byte[] start = jar.start(name, 8);
        int java = ClassFile.javaOf(start);
        int runs = Runtime.version().feature();
        boolean isForLater = name.startsWith("META-INF/versions/") || name.equals("module-info.class");
        if (java == 0) {
            throw new UnfitException(
                    "Its entry " + name + " is not a class.", "Build the jar anew, from clean folders.");
        }
        if (java > runs && !isForLater) {
            throw new UnfitException(
                    "Its class " + dotted(name) + " is for Java " + java + " (class file version "
                            + ClassFile.versionOf(start) + "); this portal runs on Java " + runs + " (up to "
                            + (runs + 44) + ").",
                    "Build it with maven.compiler.release " + runs + " or lower, or run the portal on Java " + java
                            + ".");
        }
    }

    private void checkClassPath() {
        for (Clause clause : jar.headers().clauses("Bundle-ClassPath")) {
            for (String path : clause.paths()) {
                if (!path.equals(".") && !jar.has(path) && !jar.has(path + "/") && !isFolder(path)) {
                    throw new UnfitException(
                            "Its header Bundle-ClassPath names " + Wording.line(path, 100)
                                    + ", which is not in the jar.",
                            "Embed that library, or leave it out of the header.");
                }
            }
        }
    }

    private boolean isFolder(String path) {
        String folder = path.endsWith("/") ? path : path + "/";
        return jar.names().stream().anyMatch(name -> name.startsWith(folder));
    }

    private void checkActivator() throws IOException {
        String activator = jar.headers().get("Bundle-Activator");
        if (activator != null && isMissing(activator.strip())) {
            throw new UnfitException(
                    "Its header Bundle-Activator names the class " + Wording.line(activator, 200)
                            + ", which is not in the jar.",
                    "Name a class of the plugin's, or leave the header out: components need no activator.");
        }
    }

    /** {@return whether the class is surely not there: libraries within the jar are not looked into} */
    private boolean isMissing(String type) {
        boolean hasLibraries = jar.headers().get("Bundle-ClassPath") != null;
        int dot = type.lastIndexOf('.');
        boolean isImported = dot > 0 && imports(type.substring(0, dot));
        return !jar.has(path(type)) && !hasLibraries && !isImported;
    }

    private void checkComponents() throws IOException {
        Set<String> names = new HashSet<>();
        for (String file : jar.componentFiles()) {
            byte[] xml = jar.content(file);
            if (xml == null) {
                throw new UnfitException(
                        "Its header Service-Component names " + Wording.line(file, 200) + ", which is not in the jar.",
                        "Build the jar anew, from clean folders.");
            }
            ComponentFile component = read(file, xml);
            checkComponent(file, component);
            if (!names.add(String.valueOf(component.name()))) {
                throw new UnfitException(
                        "It has two components with the name " + component.name() + ".",
                        "Leave the name out of @Component; it is the class's name then.");
            }
        }
    }

    private static ComponentFile read(String file, byte[] xml) {
        try {
            return ComponentFile.read(xml);
        } catch (XMLStreamException malformed) {
            throw new UnfitException(
                    "Its component file " + file + " is not well-formed XML at line "
                            + malformed.getLocation().getLineNumber() + ".",
                    "Let the build derive it from @Component.");
        }
    }

    private void checkComponent(String file, ComponentFile component) throws IOException {
        String type = component.type();
        if (type == null || isMissing(type)) {
            throw new UnfitException(
                    "Its component file " + file + " names the class " + type + ", which is not in the jar.",
                    "Build the jar anew, from clean folders: a class was renamed or left out.");
        }
        if (component.needsConfiguration()) {
            throw new UnfitException(
                    "Its component " + type
                            + " waits for a configuration by the framework, which this portal never gives.",
                    "Leave configurationPolicy out of @Component, and give every setting a default.");
        }
        byte[] content = jar.content(path(type));
        if (content != null) {
            checkClass(type, classFile(type, content), component.parameters());
        }
    }

    private static ClassFile classFile(String type, byte[] content) {
        try {
            return ClassFile.read(content);
        } catch (IOException damaged) {
            throw new UnfitException("Its class " + type + " is damaged.", "Build the jar anew, from clean folders.");
        }
    }

    private static void checkClass(String type, ClassFile file, int parameters) {
        if (!file.isPublic() || file.isAbstract()) {
            throw new UnfitException(
                    "Its component " + type + " is " + (file.isPublic() ? "abstract" : "not a public class") + ".",
                    "Make it a public class that can be made: 'public final class'.");
        }
        if (!file.hasConstructorOf(parameters)) {
            throw new UnfitException(
                    "Its component " + type + " has no public constructor "
                            + (parameters == 0 ? "without parameters." : "with " + parameters + " parameters."),
                    "Give it one, or mark the constructor that takes its services with @Activate.");
        }
    }

    private void checkOffer() {
        Headers headers = jar.headers();
        boolean offers = !jar.componentFiles().isEmpty()
                || headers.get("Bundle-Activator") != null
                || headers.get("Export-Package") != null
                || jar.names().stream().anyMatch(name -> name.startsWith("ui/"));
        if (!offers) {
            throw new UnfitException(
                    "It has nothing to offer: no component, no page, no API for other plugins.",
                    "Mark the classes that implement extension points with @Component, and build with the plugin parent.");
        }
    }

    private static String path(String type) {
        return type.replace('.', '/') + ".class";
    }

    private static String dotted(String name) {
        return name.substring(0, name.length() - ".class".length()).replace('/', '.');
    }
}
