package org.callboard.bench;

import java.util.Collection;

/** A YAML document under construction. */
final class Descriptor {

    private final StringBuilder text = new StringBuilder(1024);

    Descriptor(String kind, String name) {
        line("---");
        line("apiVersion: backstage.io/v1alpha1");
        line("kind: " + kind);
        line("metadata:");
        line("  name: " + name);
    }

    Descriptor line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Adds a field one level down. */
    Descriptor field(String name, String value) {
        return line("  " + name + ": " + value);
    }

    /** Adds a list one level down, unless it is empty. */
    Descriptor list(String name, Collection<String> items) {
        if (!items.isEmpty()) {
            line("  " + name + ":");
            items.forEach(item -> line("    - " + item));
        }
        return this;
    }

    String text() {
        return text.toString();
    }
}
