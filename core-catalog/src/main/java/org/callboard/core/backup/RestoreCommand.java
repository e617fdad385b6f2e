package org.callboard.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.problem.PortalException;
import org.callboard.core.config.ConfigException;
import org.callboard.core.config.ConfigReader;
import org.callboard.core.config.PortalConfig;

/** Entry of the command {@code callboard restore}; the launcher finds it by its name. */
public final class RestoreCommand {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int CONFIGURATION = 3;
    private static final int STORAGE = 5;
    private static final int UNREADABLE = 6;

    private RestoreCommand() {}

    /**
     * {@return the exit code: 0 restored, 2 command line, 3 configuration, 5 the storage can't be filled, 6 the backup can't be
     * used, 1 anything else}
     *
     * @param arguments the portal's home, its data folder, the backup, and configuration files
     * @param in not read
     * @param out is told what was restored
     * @param errors is told, in one sentence, what was not
     */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream errors) {
        List<Path> paths = new ArrayList<>();
        for (String argument : arguments) {
            paths.add(Path.of(argument));
        }
        if (paths.size() < 4) {
            errors.println("Name a backup, and a configuration.");
            return USAGE;
        }
        try {
            PortalConfig config = new ConfigReader(paths.get(0), paths.get(1), System::getenv)
                    .read(paths.subList(3, paths.size()), null);
            return restore(paths.get(2), config, out, errors);
        } catch (ConfigException wrong) {
            errors.println(wrong.getMessage());
            return CONFIGURATION;
        } catch (IOException failure) {
            errors.println("The restore failed: " + failure.getMessage() + ".");
            return FAILED;
        }
    }

    private static int restore(Path file, PortalConfig config, PrintStream out, PrintStream errors) throws IOException {
        BackupFile backup;
        try {
            backup = BackupFile.open(file);
        } catch (PortalException refused) {
            return refuse(refused, UNREADABLE, errors);
        }
        try (backup) {
            Path configuration = new Restore(backup, config).run();
            Manifest manifest = backup.manifest();
            out.println("Restored the portal of " + manifest.made() + " (Callboard " + manifest.version() + ") into "
                    + config.storage() + ".");
            out.println("The configuration that it had is in " + configuration + ".");
            return OK;
        } catch (PortalException refused) {
            return refuse(refused, STORAGE, errors);
        }
    }

    private static int refuse(PortalException refused, int code, PrintStream errors) {
        errors.println(refused.message() + (refused.hint() == null ? "" : " " + refused.hint()));
        return code;
    }
}
