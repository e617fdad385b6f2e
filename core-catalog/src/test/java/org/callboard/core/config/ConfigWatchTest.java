package org.callboard.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {

    @TempDir
    private Path folder;

    @Test
    void tellsOfAChangeOnceAndWhenItHasSettled() throws IOException {
        Path file = Files.writeString(folder.resolve("callboard.yaml"), "a: 1");
        AtomicInteger told = new AtomicInteger();
        try (ConfigWatch watch = new ConfigWatch(() -> List.of(file, folder.resolve("none")), told::incrementAndGet)) {
            watch.check();
            assertEquals(0, told.get());
            watch.check();
            watch.check();
            assertEquals(1, told.getAndSet(0));
            Files.writeString(file, "a: 1\nb");
            watch.check();
            Files.writeString(file, "a: 1\nb: 2");
            watch.check();
            assertEquals(0, told.get());
            watch.check();
            watch.check();
            assertEquals(1, told.get());
            Files.writeString(folder.resolve("none"), "now it is there");
            watch.check();
            watch.check();
            assertEquals(2, told.get());
        }
    }

    /** As Kubernetes does with a Secret that is mounted: all files are links through one that is put in another's place. */
    @Test
    void tellsWhenALinkOnTheWayLeadsElsewhere() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..2026_11_20"));
        Path second = Files.createDirectory(folder.resolve("..2026_11_21"));
        for (Path data : List.of(first, second)) {
            Files.writeString(data.resolve("token"), data.equals(first) ? "old-one" : "new-one");
            Files.setLastModifiedTime(data.resolve("token"), FileTime.fromMillis(1_000));
        }
        Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
        Path token = Files.createSymbolicLink(folder.resolve("token"), Path.of("..data", "token"));
        AtomicInteger told = new AtomicInteger();
        try (ConfigWatch watch = new ConfigWatch(() -> List.of(token), told::incrementAndGet)) {
            watch.check();
            watch.check();
            assertEquals(1, told.getAndSet(0));
            Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), second.getFileName());
            Files.move(next, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
            watch.check();
            watch.check();
            assertEquals(1, told.get());
            assertEquals("new-one", Files.readString(token));
        }
    }

    @Test
    void goesOnAfterAFailure() throws IOException {
        Path file = Files.writeString(folder.resolve("callboard.yaml"), "a: 1");
        AtomicInteger told = new AtomicInteger();
        try (ConfigWatch watch = new ConfigWatch(() -> List.of(file), () -> {
            told.incrementAndGet();
            throw new IllegalStateException("on purpose");
        })) {
            for (int round = 1; round <= 3; round++) {
                Files.writeString(file, "a: 1" + "1".repeat(round));
                watch.check();
                watch.check();
                assertEquals(round, told.get());
            }
        }
    }
}
