package org.callboard.core.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar with nothing but migrations. */
final class MigrationJar {

    private MigrationJar() {}

    /** Makes a jar whose migrations are numbered from 1. */
    static Path of(Path folder, String... migrations) {
        try {
            Path jar = Files.createTempFile(folder, "plugin", ".jar");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
                for (int i = 0; i < migrations.length; i++) {
                    put(
                            zip,
                            "migrations/%04d-step.sql".formatted(i + 1),
                            migrations[i].getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes a jar with one file. */
    static Path withFile(Path folder, String name, byte[] content) {
        try {
            Path jar = Files.createTempFile(folder, "plugin", ".jar");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
                put(zip, name, content);
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }
}
