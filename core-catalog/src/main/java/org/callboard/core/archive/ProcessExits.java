package org.callboard.core.archive;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.callboard.core.bytecode.CallSearch;

/**
 * Refuses a jar whose own code would end the process, which no portal can prevent once it runs. A plugin's own code is what
 * lies in the packages of its components and its activator, and below these. Libraries that it embeds are not looked at:
 * many hold a command line of their own, which is there and never called, and a warning for each would teach people to
 * pass over warnings. It finds what was not meant to be there; who wants to hide a call can.
 */
final class ProcessExits {

    private static final Map<String, String> CALLS = Map.of(
            "java/lang/System.exit", "System.exit",
            "java/lang/Runtime.exit", "Runtime.exit",
            "java/lang/Runtime.halt", "Runtime.halt");

    private final PluginJarFile jar;

    private ProcessExits(PluginJarFile jar) {
        this.jar = jar;
    }

    /**
     * Looks through a jar.
     *
     * @throws UnfitException where it has such a call
     */
    static void check(PluginJarFile jar) throws IOException {
        new ProcessExits(jar).check();
    }

    private void check() throws IOException {
        Set<String> packages = new HashSet<>();
        jar.componentClasses().forEach(component -> packages.add(packageOf(component.replace('.', '/'))));
        String activator = jar.headers().get("Bundle-Activator");
        if (activator != null) {
            packages.add(packageOf(activator.strip().replace('.', '/')));
        }
        for (String name : jar.names()) {
            byte[] bytes = name.endsWith(".class") && isOwn(name, packages) ? jar.content(name) : null;
            if (bytes != null) {
                check(bytes);
            }
        }
    }

    /** {@return the folder of a class, ending in a slash; empty for a class without package} */
    private static String packageOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static boolean isOwn(String name, Set<String> packages) {
        String folder = packageOf(name);
        return packages.stream().anyMatch(own -> own.isEmpty() ? folder.isEmpty() : folder.startsWith(own));
    }

    private static void check(byte[] bytes) throws IOException {
        for (CallSearch.Call call : CallSearch.in(bytes, CALLS.keySet())) {
            throw new UnfitException(
                    "Its class " + call.className() + " calls " + CALLS.get(call.called()) + " in "
                            + inWords(call.method()) + ", which would end the portal for everybody.",
                    "Throw an exception where the plugin can't go on: the portal contains it, and says so.");
        }
    }

    private static String inWords(String method) {
        return method.startsWith("<")
                ? "a constructor"
                : "the method " + method.replaceFirst("^lambda\\$([^$]+)\\$\\d+$", "$1");
    }
}
