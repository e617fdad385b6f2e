package org.callboard.core.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The files of one plugin: {@code x.log} grows until it is full and becomes {@code x.1.log}. Not for use by several threads. */
final class LogFile {

    private static final int TAIL_BYTES = 256 * 1024;

    private final Path folder;
    private final String plugin;
    private final LogSettings settings;

    LogFile(Path folder, String plugin, LogSettings settings) {
        this.folder = folder;
        this.plugin = plugin;
        this.settings = settings;
    }

    private Path file(int number) {
        return folder.resolve(number == 0 ? plugin + ".log" : plugin + "." + number + ".log");
    }

    void append(List<LogLine> lines) throws IOException {
        long length = Files.exists(file(0)) ? Files.size(file(0)) : 0;
        StringBuilder text = new StringBuilder();
        for (LogLine line : lines) {
            String next = LogFormat.text(line);
            // as if every character took one byte: a file may be longer by what others take
            if (length + text.length() + next.length() > settings.fileBytes() && length + text.length() > 0) {
                write(text);
                rotate();
                length = 0;
            }
            text.append(next);
        }
        write(text);
    }

    private void write(StringBuilder text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        Files.writeString(file(0), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        text.setLength(0);
    }

    private void rotate() throws IOException {
        for (int number = settings.files() - 1; number > 0; number--) {
            if (Files.exists(file(number - 1))) {
                Files.move(file(number - 1), file(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.deleteIfExists(file(0));
    }

    /** {@return the last lines of the two latest files} */
    List<LogLine> tail() throws IOException {
        List<LogLine> lines = new ArrayList<>(LogFormat.parse(end(file(1))));
        lines.addAll(LogFormat.parse(end(file(0))));
        return lines;
    }

    private static String end(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, open.length())];
            open.seek(open.length() - bytes.length);
            open.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
