package org.callboard.core.compat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes that a test has as Java text, compiled in memory; by their names with slashes. */
final class CompiledText {

    private CompiledText() {}

    /** Compiles sources, by the names of their classes with slashes. */
    static Map<String, byte[]> of(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> written = new TreeMap<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null)) {
            boolean isFine = compiler.getTask(
                            null,
                            collecting(standard, written),
                            null,
                            List.of("-g", "-proc:none"),
                            null,
                            sources.entrySet().stream()
                                    .map(source -> text(source.getKey(), source.getValue()))
                                    .toList())
                    .call();
            if (!isFine) {
                throw new AssertionError("The test's own text does not compile.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, byte[]> classes = new TreeMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    private static JavaFileObject text(String name, String text) {
        return new SimpleJavaFileObject(URI.create("text:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static JavaFileManager collecting(JavaFileManager standard, Map<String, ByteArrayOutputStream> written) {
        return new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                String name = className.replace('.', '/');
                return new SimpleJavaFileObject(URI.create("class:///" + name), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        written.put(name, bytes);
                        return bytes;
                    }
                };
            }
        };
    }
}
