package org.callboard.core.backup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;

/**
 * What a backup says of itself.
 *
 * @param format in which form it is written
 * @param version of the portal that made it
 * @param migration the last one that its tables have seen
 * @param made when, in UTC
 * @param entries all files but the manifest
 */
record Manifest(int format, String version, int migration, String made, List<Entry> entries) {

    /** The manifest's own name. */
    static final String NAME = "manifest.json";

    /** The form that this version writes and reads. */
    static final int FORMAT = 1;

    static final String TABLES = "tables/";
    static final String PLUGINS = "plugins/";
    static final String CONFIGURATION = "configuration/";
    static final String TOKEN = "token";

    private static final Pattern NAMES = Pattern.compile(
            "tables/[a-z][a-z0-9_]*|plugins/[a-z][a-z0-9-]*/[a-z][a-z0-9_]*|configuration/[0-9]+-[A-Za-z0-9._-]+|token");

    Manifest {
        entries = List.copyOf(entries);
    }

    /** A file of the backup; the digest is its SHA-256. */
    record Entry(String name, long size, String digest) {

        boolean isWellNamed() {
            return NAMES.matcher(name).matches();
        }
    }

    Json.Obj json() {
        return Json.object()
                .put("format", format)
                .put("version", version)
                .put("migration", migration)
                .put("made", made)
                .put(
                        "entries",
                        new Json.Arr(entries.stream().map(Manifest::json).toList()))
                .build();
    }

    private static Json json(Entry entry) {
        return Json.object()
                .put("name", entry.name())
                .put("size", entry.size())
                .put("digest", entry.digest())
                .build();
    }

    static Manifest of(Json.Obj json) {
        List<Entry> entries = new ArrayList<>();
        for (Json item : json.array("entries").items()) {
            if (item instanceof Json.Obj entry) {
                entries.add(new Entry(
                        entry.text("name").orElse(""),
                        number(entry, "size"),
                        entry.text("digest").orElse("")));
            }
        }
        return new Manifest(
                (int) number(json, "format"),
                json.text("version").orElse("?"),
                (int) number(json, "migration"),
                json.text("made").orElse("?"),
                entries);
    }

    /** {@return the number, or one that nothing has} */
    private static long number(Json.Obj json, String key) {
        return json.get(key) instanceof Json.Num number
                        && number.value().abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
                ? number.value().longValue()
                : -1;
    }
}
