package org.callboard.core.asks;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.core.archive.PluginJarFile;
import org.callboard.core.settings.SchemaReader;
import org.jspecify.annotations.Nullable;

/** The classes of a jar, and those that all plugins see. */
record ClassesOfJar(PluginJarFile jar) implements SchemaReader.Classes {

    private static final String CLASS = ".class";

    @Override
    public List<String> names() {
        return jar.classes();
    }

    @Override
    public byte @Nullable [] bytes(String name) throws IOException {
        if (!name.startsWith("java/") && !name.startsWith("org/callboard/api/")) {
            return jar.content(name + CLASS);
        }
        try (InputStream in = shared(name)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static @Nullable InputStream shared(String name) throws IOException {
        return name.startsWith("java/")
                ? Object.class.getModule().getResourceAsStream(name + CLASS)
                : Extension.class.getResourceAsStream("/" + name + CLASS);
    }
}
