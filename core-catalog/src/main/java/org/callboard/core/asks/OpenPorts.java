package org.callboard.core.asks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.core.archive.PluginJarFile;
import org.callboard.core.bytecode.CallSearch;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plugin's code, libraries that it embeds included, can open ports of its own, which no operator expects of it: the
 * portal neither asks there who somebody is, nor counts or limits anything.
 */
final class OpenPorts {

    private static final Map<String, String> CALLS = Map.of(
            "java/net/ServerSocket.<init>", "java.net.ServerSocket",
            "java/nio/channels/ServerSocketChannel.open", "java.nio.channels.ServerSocketChannel",
            "java/nio/channels/AsynchronousServerSocketChannel.open",
                    "java.nio.channels.AsynchronousServerSocketChannel",
            "javax/net/ServerSocketFactory.createServerSocket", "javax.net.ServerSocketFactory",
            "com/sun/net/httpserver/HttpServer.create", "com.sun.net.httpserver.HttpServer",
            "com/sun/net/httpserver/HttpsServer.create", "com.sun.net.httpserver.HttpsServer",
            "java/rmi/registry/LocateRegistry.createRegistry", "java.rmi.registry.LocateRegistry",
            "javax/management/remote/JMXConnectorServerFactory.newJMXConnectorServer",
                    "javax.management.remote.JMXConnectorServerFactory");

    private OpenPorts() {}

    /** {@return one need for each way in which it can} */
    static List<Need> needs(PluginJarFile jar) throws IOException {
        Map<String, TreeSet<String>> classes = new TreeMap<>();
        for (String name : jar.classes()) {
            for (CallSearch.Call call : calls(jar.content(name + ".class"))) {
                classes.computeIfAbsent(CALLS.get(call.called()), way -> new TreeSet<>())
                        .add(call.className());
            }
        }
        return classes.entrySet().stream()
                .map(way -> new Need("port", way.getKey(), note(way.getValue())))
                .toList();
    }

    private static List<CallSearch.Call> calls(byte @Nullable [] bytes) {
        try {
            return bytes == null ? List.of() : CallSearch.in(bytes, CALLS.keySet());
        } catch (IOException damaged) {
            // libraries hold classes of a Java yet to come; what can't be read here is not run here
            return List.of();
        }
    }

    private static String note(SortedSet<String> classes) {
        String others = classes.size() > 1 ? " and " + (classes.size() - 1) + " more" : "";
        return "a port of its own, opened by " + classes.first() + others + ": the portal does not guard it";
    }
}
