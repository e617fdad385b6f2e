package org.callboard.core.endpoint;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.RestResource;
import org.callboard.api.web.Route;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.Attendant;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.session.Permissions;
import org.jspecify.annotations.Nullable;

/** The paths that one revision of a plugin answers, and what answers them. */
public final class PluginRoutes implements AutoCloseable {

    private static final String OWN_PREFIX = "/api/";
    private static final long STEP_MILLIS = 10_000;

    private final List<Entry> entries;
    private final @Nullable RestApplication rest;
    private final ForeignCall foreign;

    private record Entry(String prefix, @Nullable Permission permission, Handler handler) {}

    /** Answers a request. */
    private interface Handler {
        void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private PluginRoutes(List<Entry> entries, @Nullable RestApplication rest, ForeignCall foreign) {
        this.entries = entries;
        this.rest = rest;
        this.foreign = foreign;
    }

    /** Asks a revision's extensions for their routes and builds its REST application. */
    public static PluginRoutes of(
            String plugin, List<ActiveExtension<?>> extensions, ForeignCall foreign, ServletConfig servlet) {
        List<Entry> entries = new ArrayList<>();
        List<RestResource> resources = new ArrayList<>();
        for (ActiveExtension<?> extension : extensions) {
            if (extension.extension() instanceof HttpEndpoint endpoint) {
                for (Route route : foreign.call(endpoint::routes)) {
                    entries.add(new Entry(route.prefix(), new Permission(route.permission()), endpoint::handle));
                }
            }
            if (extension.extension() instanceof RestResource resource) {
                resources.add(resource);
            }
        }
        RestApplication rest = null;
        if (!resources.isEmpty()) {
            rest = foreign.call(
                    () -> new RestApplication(OWN_PREFIX + plugin, resources, servlet, foreign), STEP_MILLIS);
            entries.add(new Entry(OWN_PREFIX + plugin, null, rest::handle));
        }
        entries.sort(Comparator.comparingInt((Entry entry) -> entry.prefix().length())
                .reversed());
        return new PluginRoutes(List.copyOf(entries), rest, foreign);
    }

    /** {@return the prefixes, longest first} */
    public List<String> prefixes() {
        return entries.stream().map(Entry::prefix).toList();
    }

    /** {@return the length of the longest prefix that covers the path, or -1} */
    public int covers(String path) {
        Entry entry = find(path);
        return entry == null ? -1 : entry.prefix().length();
    }

    /**
     * Answers a request and returns when it is answered: on this thread where the portal can't do without the plugin, else
     * on one of the plugin's, for which this one reads and writes.
     *
     * @throws IOException where the connection fails
     * @throws PortalException NOT_ALLOWED where the caller lacks the route's permission
     */
    public void handle(String path, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Entry entry = find(path);
        if (entry == null) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is nothing at " + path + ".");
        }
        if (entry.permission() != null) {
            Permissions.require(caller, entry.permission().name());
        }
        answer(entry.handler(), caller, request, response);
    }

    private void answer(Handler handler, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (foreign.answersHere()) {
            foreign.answerHere(() -> {
                handler.handle(caller, request, response);
                return response.getStatus();
            });
        } else {
            handOver(handler, caller, request, response);
        }
    }

    private void handOver(Handler handler, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Attendant attendant = new Attendant();
        PluginRequest asked = new PluginRequest(request, attendant);
        PluginResponse answer = new PluginResponse(response, attendant, foreign.answerBytes());
        foreign.answer(
                () -> {
                    handler.handle(caller, asked, answer);
                    answer.settle();
                    return answer.getStatus();
                },
                attendant);
        answer.finish();
    }

    private @Nullable Entry find(String path) {
        for (Entry entry : entries) {
            if (covers(entry.prefix(), path)) {
                return entry;
            }
        }
        return null;
    }

    /** {@return whether the path is the prefix or lies behind a slash after it; the root leaves out what is below /api} */
    public static boolean covers(String prefix, String path) {
        if (prefix.equals("/")) {
            return !path.startsWith(OWN_PREFIX);
        }
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    @Override
    public void close() {
        if (rest != null) {
            foreign.call(
                    () -> {
                        rest.close();
                        return true;
                    },
                    STEP_MILLIS);
        }
    }
}
