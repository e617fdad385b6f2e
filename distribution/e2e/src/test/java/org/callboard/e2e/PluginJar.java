package org.callboard.e2e;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.callboard.api.model.Entity;
import org.osgi.framework.BundleActivator;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;

/** A plugin out of Java text: compiled, and made a bundle with the headers that the plugin parent would give it. */
final class PluginJar {

    /** Stands before every class, so that the tests show what matters. */
    private static final String PREAMBLE = """
            package %s;
            import jakarta.ws.rs.*;
            import java.io.*;
            import java.util.*;
            import org.callboard.api.model.*;
            import org.callboard.api.security.*;
            import org.callboard.api.ui.*;
            import org.callboard.api.web.*;
            import org.osgi.service.component.annotations.*;
            """;

    private static final List<File> CLASS_PATH = Stream.of(
                    Entity.class,
                    Component.class,
                    BundleActivator.class,
                    GET.class,
                    HttpServletRequest.class,
                    Logger.class)
            .map(PluginJar::origin)
            .toList();

    private final String id;
    private final String version;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<File> libraries = new ArrayList<>();
    private final List<File> offered = new ArrayList<>();

    private PluginJar(String id, String version) {
        this.id = id;
        this.version = version;
    }

    static PluginJar of(String id, String version) {
        return new PluginJar(id, version);
    }

    /** Adds a class in the plugin's own package; imports and package are put before it. */
    PluginJar with(String className, String source) {
        sources.put(className, PREAMBLE.formatted(packageName()) + source);
        return this;
    }

    /** Adds a class of the API that the plugin offers to others. */
    PluginJar withApi(String className, String source) {
        sources.put("api/" + className, "package " + packageName() + ".api;\n" + source);
        return header("Export-Package", packageName() + ".api;version=\"" + version + "\"");
    }

    /** Adds a file. */
    PluginJar file(String path, String text) {
        resources.put(path, text);
        return this;
    }

    /** Embeds the libraries of these classes, unpacked. */
    PluginJar embedding(Class<?>... types) {
        Stream.of(types).map(PluginJar::origin).forEach(libraries::add);
        return this;
    }

    /** Compiles against what another plugin offers. */
    PluginJar against(Path plugin) {
        offered.add(plugin.toFile());
        return this;
    }

    /** Adds a bnd instruction, or replaces one. */
    PluginJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    String packageName() {
        return "org.callboard.plugin." + id.replace("-", "");
    }

    /** {@return the jar's bytes} */
    byte[] build() {
        try {
            Path folder = Files.createTempDirectory("plugin");
            try {
                Path classes = Files.createDirectory(folder.resolve("classes"));
                compile(classes);
                for (Map.Entry<String, String> resource : resources.entrySet()) {
                    Path file = classes.resolve(resource.getKey());
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, resource.getValue());
                }
                return bundle(classes);
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void compile(Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = Stream.of(CLASS_PATH, libraries, offered)
                .flatMap(List::stream)
                .map(File::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of("-d", classes.toString(), "-cp", path, "-proc:none", "--release", "17");
        List<JavaFileObject> units = sources.entrySet().stream()
                .map(source -> unit(source.getKey(), source.getValue()))
                .toList();
        StringWriter complaints = new StringWriter();
        if (!units.isEmpty()
                && !compiler.getTask(complaints, null, null, options, null, units)
                        .call()) {
            throw new AssertionError("The plugin " + id + " can't be compiled:\n" + complaints);
        }
    }

    private static JavaFileObject unit(String className, String source) {
        return new SimpleJavaFileObject(URI.create("text:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private byte[] bundle(Path classes) throws IOException {
        try (Builder builder = new Builder()) {
            builder.setBase(classes.toFile());
            builder.addClasspath(classes.toFile());
            builder.addClasspath(CLASS_PATH);
            builder.addClasspath(offered);
            instructions().forEach(builder::setProperty);
            try (Jar jar = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new AssertionError("The plugin " + id + " can't be made a bundle: " + builder.getErrors());
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                jar.write(bytes);
                return bytes.toByteArray();
            }
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }

    private Map<String, String> instructions() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Bundle-SymbolicName", id);
        all.put("Bundle-Version", version);
        all.put("Bundle-Name", "Plugin " + id);
        all.put("Callboard-Owner", "group:default/portal");
        all.put("-exportcontents", "");
        all.put("Import-Package", "!org.jspecify.*,!com.google.errorprone.*,*");
        all.put("-noextraheaders", "true");
        all.put("-noimportjava", "true");
        all.put("-includepackage", sources.isEmpty() ? "" : packageName() + ".*");
        String included = Stream.concat(
                        resources.keySet().stream().map(path -> path + "=" + path),
                        libraries.stream().map(library -> "@" + library + "!/!META-INF/*"))
                .collect(Collectors.joining(","));
        all.put("-includeresource", included);
        all.putAll(headers);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    private static File origin(Class<?> type) {
        return new File(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** {@return a jar's digest as the portal gives it} */
    static String digest(byte[] jar) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return text as bytes} */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
