package org.callboard.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.launcher.PortalClient.Answer;

/**
 * {@code callboard plugin verify} with {@code --portal} or {@code --backup}: which plugins of another portal, or of one that
 * was backed up, would run on this version, and whose those are that would not.
 */
final class InstalledPluginsCommand {

    private static final String PLUGINS = "/api/plugins";
    private static final String LIST = "plugins.json";

    private final Path home;
    private final PrintStream out;
    private final PrintStream errors;

    InstalledPluginsCommand(Path home, PrintStream out, PrintStream errors) {
        this.home = home;
        this.out = out;
        this.errors = errors;
    }

    /** How what is found is printed. */
    enum Form {
        TABLE,
        JSON
    }

    /** {@return the exit code: whether all plugins of a running portal would run here} */
    int ofPortal(PortalClient portal, Form form) throws CommandException {
        return inFolder(
                folder -> {
                    fetch(portal, folder);
                    return List.of(folder.toString());
                },
                form);
    }

    /** {@return the exit code: whether all plugins of a backup would run here} */
    int ofBackup(Path backup, Form form) throws CommandException {
        return inFolder(
                folder -> List.of(folder.toString(), backup.toAbsolutePath().toString()), form);
    }

    /** Puts what is to be looked at into a folder, or says where else it is. */
    private interface Source {
        List<String> fill(Path folder) throws IOException, CommandException;
    }

    private int inFolder(Source source, Form form) throws CommandException {
        try {
            Path folder = Files.createTempDirectory("callboard-plugins");
            try {
                List<String> arguments =
                        new ArrayList<>(List.of(home.resolve("system/plugins").toString()));
                arguments.addAll(source.fill(folder));
                return verify(arguments, form);
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new CommandException(
                    ExitCode.FAILED, "The jars can't be kept for a while: " + failure.getMessage() + ".");
        }
    }

    private int verify(List<String> arguments, Form form) throws CommandException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        int code;
        try (PrintStream found = new PrintStream(json, true, StandardCharsets.UTF_8)) {
            code = new OfflineCore(home, found, errors).verifyInstalled(arguments);
        }
        String text = json.toString(StandardCharsets.UTF_8).strip();
        if (form == Form.JSON && !text.isEmpty()) {
            out.println(text);
        } else if (!text.isEmpty()) {
            InstalledPluginsPage.print(new Answer(text).json(), out);
        }
        return code;
    }

    private static void fetch(PortalClient portal, Path folder) throws IOException, CommandException {
        Answer answer = portal.get(PLUGINS);
        Files.writeString(folder.resolve(LIST), answer.body());
        int fetched = 0;
        for (Tree plugin : answer.json().items()) {
            String id = plugin.text("id");
            Optional<InputStream> jar =
                    id.matches("[a-z0-9-]+") ? portal.find(PLUGINS + "/" + id + "/jar") : Optional.empty();
            if (jar.isPresent()) {
                try (InputStream in = jar.get()) {
                    Files.copy(in, folder.resolve(id + ".jar"), StandardCopyOption.REPLACE_EXISTING);
                    fetched++;
                }
            }
        }
        if (fetched == 0) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "That portal hands out no jars. Take a backup of it, and name that with --backup.");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
