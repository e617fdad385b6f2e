package org.callboard.core.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.audit.AuditQuery;
import org.callboard.core.audit.AuditRow;
import org.callboard.core.audit.Link;
import org.callboard.core.entity.JsonCodec;
import org.jspecify.annotations.Nullable;

/** {@code /api/audit}: who did what, newest first; as lines of JSON all of it, oldest first; and whether it is whole. */
final class AuditResource implements CoreResource {

    private static final String PREFIX = "/api/audit";
    private static final String VERIFY = "/verify";
    private static final String LINES = "application/x-ndjson";
    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final String HEAD = "[0-9]{1,18}:[0-9a-f]{64}";

    private final AuditLog audit;
    private final JsonCodec codec = new JsonCodec();

    AuditResource(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        exchange.allowed(Permission.AUDIT_READ);
        exchange.response().setHeader("Cache-Control", "no-store");
        if (exchange.path().equals(PREFIX + VERIFY)) {
            exchange.json(200, audit.verify(noted(exchange)).json());
        } else if (!exchange.path().equals(PREFIX)) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "There is nothing at " + exchange.path() + ".",
                    "There are " + PREFIX + " and " + PREFIX + VERIFY + ".");
        } else if (wantsLines(exchange)) {
            export(exchange);
        } else {
            exchange.json(200, page(exchange));
        }
    }

    private static boolean wantsLines(Exchange exchange) {
        String accept = exchange.request().getHeader("Accept");
        return (accept != null && accept.contains(LINES)) || "ndjson".equals(text(exchange, "format"));
    }

    private Json.Obj page(Exchange exchange) {
        int limit = (int) number(exchange, "limit", USUAL, MOST);
        long before = number(exchange, "cursor", Long.MAX_VALUE, Long.MAX_VALUE);
        List<AuditRow> more = audit.find(query(exchange), before, limit + 1);
        List<AuditRow> rows = more.subList(0, Math.min(limit, more.size()));
        boolean isLast = rows.size() == more.size();
        return Json.object()
                .put(
                        "items",
                        new Json.Arr(rows.stream().<Json>map(AuditRow::json).toList()))
                .put(
                        "nextCursor",
                        isLast
                                ? Json.Null.NULL
                                : Json.of(Long.toString(rows.get(limit - 1).number())))
                .build();
    }

    private void export(Exchange exchange) throws IOException {
        AuditQuery query = query(exchange);
        exchange.response().setContentType(LINES);
        exchange.response().setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
        OutputStream out = exchange.response().getOutputStream();
        audit.read(query, row -> {
            codec.write(row.json(), out);
            out.write('\n');
        });
    }

    private static AuditQuery query(Exchange exchange) {
        return new AuditQuery(
                text(exchange, "caller"),
                text(exchange, "act"),
                text(exchange, "subject"),
                text(exchange, "outcome"),
                moment(exchange, "from"),
                moment(exchange, "to"),
                text(exchange, "text"));
    }

    private static @Nullable String text(Exchange exchange, String name) {
        String value = exchange.request().getParameter(name);
        return value == null || value.isEmpty() ? null : value.replace('\0', ' ');
    }

    /** A day is its beginning in UTC. */
    private static @Nullable Instant moment(Exchange exchange, String name) {
        String text = text(exchange, name);
        try {
            if (text == null) {
                return null;
            }
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw bad(name, "a day or a moment, such as 2026-01-31 or 2026-01-31T12:00:00Z");
        }
    }

    private static long number(Exchange exchange, String name, long usual, long most) {
        String text = text(exchange, name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            throw bad(
                    name, most == Long.MAX_VALUE ? "what an answer gave as nextCursor" : "a number from 1 to " + most);
        }
        return Long.parseLong(text);
    }

    private static @Nullable Link noted(Exchange exchange) {
        String text = text(exchange, "head");
        if (text == null) {
            return null;
        }
        if (!text.matches(HEAD)) {
            throw bad("head", "a row's number, a colon, and its hash");
        }
        String[] parts = text.split(":", 2);
        return new Link(Long.parseLong(parts[0]), parts[1]);
    }

    private static PortalException bad(String name, String what) {
        return new PortalException(ProblemKind.BAD_INPUT, "The query parameter '" + name + "' must be " + what + ".");
    }
}
