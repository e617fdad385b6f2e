package org.callboard.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.callboard.launcher.Options.UsageException;

/** {@code callboard plugin new}: makes the project of a plugin, with no portal. */
final class NewPluginCommand {

    private final Path home;
    private final PrintStream out;

    NewPluginCommand(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    void run(Words words) throws UsageException, CommandException {
        NewPlugin plugin = NewPlugin.of(words);
        Path folder = Path.of(words.value("--dir").orElse(plugin.id()))
                .toAbsolutePath()
                .normalize();
        String repository = words.has("--offline") ? repository().toUri().toString() : plugin.portal() + "/maven";
        Templates templates = new Templates(home.resolve("system/templates"), plugin.values(version(), repository));
        try {
            checkFree(folder);
            for (String kind : kinds(words)) {
                templates.copy(kind, folder);
            }
        } catch (IOException failure) {
            throw new CommandException(
                    ExitCode.UNREADABLE, "The folder " + folder + " can't be filled: " + failure.getMessage() + ".");
        }
        tell(plugin.id(), folder);
    }

    private Path repository() {
        return home.resolve("system/maven");
    }

    /** {@return the version of the parent that this portal offers} */
    private String version() throws CommandException {
        Path versions = repository().resolve("org/callboard/plugin-parent");
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(versions)) {
            for (Path folder : folders) {
                return folder.getFileName().toString();
            }
        } catch (IOException failure) {
            // said below
        }
        throw new CommandException(
                ExitCode.UNREADABLE, "There is no plugin parent in " + versions + ": this is not the whole product.");
    }

    private static void checkFree(Path folder) throws IOException, CommandException {
        if (Files.notExists(folder)) {
            return;
        }
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                if (!entries.iterator().hasNext()) {
                    return;
                }
            }
        }
        throw new CommandException(
                ExitCode.UNREADABLE,
                folder + " is there already, and not empty." + System.lineSeparator()
                        + "  Give another folder with --dir. Nothing was changed.");
    }

    private static List<String> kinds(Words words) {
        List<String> kinds = new ArrayList<>(List.of("bare"));
        if (!words.has("--bare")) {
            kinds.add("full");
        }
        if (words.has("--tier2")) {
            kinds.add("tier2");
        }
        return kinds;
    }

    private void tell(String id, Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path shown = folder.startsWith(here) && !folder.equals(here) ? here.relativize(folder) : folder;
        out.println("The plugin " + id + " is in " + shown + ". Next:");
        out.println("  cd " + shown);
        out.println("  mvn package");
        out.println("  mvn callboard:deploy");
        out.println("The last needs the portal's token in CALLBOARD_TOKEN.");
    }
}
