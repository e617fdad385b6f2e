package org.callboard.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plugin with two routes of its own: one answers at once, one after 50 ms. It is compiled against the product's jars. */
final class WorkPlugin {

    static final String QUICK = "/api/bench-work/quick";
    static final String SLOW = "/api/bench-work/slow";
    static final String NAME = "bench-work";

    private static final String CLASS = "org.callboard.plugin.benchwork.Work";
    private static final String COMPONENT = "OSGI-INF/" + CLASS + ".xml";
    private static final String CLASS_FILE = CLASS.replace('.', '/') + ".class";

    private static final String SOURCE = """
            package org.callboard.plugin.benchwork;

            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;
            import jakarta.ws.rs.Produces;
            import org.callboard.api.security.RequiresPermission;
            import org.callboard.api.web.RestResource;

            @Path("/")
            @RequiresPermission("portal.use")
            public final class Work implements RestResource {
                @GET @Path("quick") @Produces("application/json")
                public String quick() { return "{}"; }

                @GET @Path("slow") @Produces("application/json")
                public String slow() throws InterruptedException {
                    Thread.sleep(50);
                    return "{}";
                }
            }
            """;

    private static final String DESCRIPTION = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
              <service><provide interface="org.callboard.api.web.RestResource"/></service>
              <implementation class="%1$s"/>
            </scr:component>
            """.formatted(CLASS);

    private WorkPlugin() {}

    /** {@return the jar of its first version, in this folder} */
    static Path build(Path home, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(home, classes);
        Path jar = folder.resolve("bench-work.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream target = new JarOutputStream(out, manifest())) {
            put(target, CLASS_FILE, Files.readAllBytes(classes.resolve(CLASS_FILE)));
            put(target, COMPONENT, DESCRIPTION.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void put(JarOutputStream target, String name, byte[] content) throws IOException {
        target.putNextEntry(new JarEntry(name));
        target.write(content);
        target.closeEntry();
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", NAME);
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Name", "Work");
        headers.putValue("Callboard-Owner", "group:default/portal");
        headers.putValue("Import-Package", "jakarta.ws.rs,org.callboard.api.security,org.callboard.api.web");
        headers.putValue("Service-Component", COMPONENT);
        return manifest;
    }

    private static void compile(Path home, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("A JDK is needed: this Java has no compiler.");
        }
        List<String> options = List.of("-d", classes.toString(), "-cp", jars(home), "-proc:none", "--release", "17");
        StringWriter complaints = new StringWriter();
        if (!compiler.getTask(complaints, null, null, options, null, List.of(source()))
                .call()) {
            throw new IOException("The plugin of the benchmark can't be compiled:\n" + complaints);
        }
    }

    private static JavaFileObject source() {
        return new SimpleJavaFileObject(URI.create("text:///Work.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return SOURCE;
            }
        };
    }

    private static String jars(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("system"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }
}
