package org.callboard.core.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.backup.PortalBackup;
import org.callboard.core.session.PortalCaller;

/** {@code /api/backup}: all that the portal keeps, in one zip. */
final class BackupResource implements CoreResource {

    private final PortalBackup backup;
    private final AuditLog audit;

    BackupResource(PortalBackup backup, AuditLog audit) {
        this.backup = backup;
        this.audit = audit;
    }

    @Override
    public String prefix() {
        return "/api/backup";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        PortalCaller caller = exchange.allowed(Permission.PORTAL_BACKUP);
        if (!exchange.request().getMethod().equals("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        backup.make(file -> {
            audit.record(caller, "portal.backup", "portal", AuditLog.Outcome.DONE, Files.size(file) + " bytes");
            send(exchange, file);
        });
    }

    private static void send(Exchange exchange, Path file) throws IOException {
        exchange.response().setContentType("application/zip");
        exchange.response().setHeader("Content-Disposition", "attachment; filename=\"callboard-backup.zip\"");
        exchange.response().setContentLengthLong(Files.size(file));
        Files.copy(file, exchange.response().getOutputStream());
    }
}
