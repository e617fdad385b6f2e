package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.policy.Identity;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.Sessions;
import org.callboard.core.session.SignInLinks;
import org.callboard.core.signin.SignIn;
import org.slf4j.MDC;

/**
 * {@code /signin}: how to sign in; {@code /signin?code=...}, the one-time link; and below it the ways that lead to those who
 * vouch for people and back, {@code /signin/<plugin>/<choice>} and {@code /signin/<plugin>/<choice>/callback}.
 */
final class SignInResource implements CoreResource {

    static final String PREFIX = "/signin";

    private static final String CALLBACK = "/callback";

    private final SignIn signIn;
    private final SignInLinks links;
    private final Sessions sessions;
    private final AuditLog audit;
    private final SignInPage page;
    private final Pages pages = new Pages();

    SignInResource(PortalServer.Access access) {
        this.signIn = access.signIn();
        this.links = access.links();
        this.sessions = access.sessions();
        this.audit = access.audit();
        this.page = new SignInPage(access.signIn());
    }

    static String path(String code) {
        return PREFIX + "?code=" + code;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Access access() {
        return Access.OWN_CHECK;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        HttpServletRequest request = exchange.request();
        if (!request.getMethod().equals("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        if (!exchange.path().equals(PREFIX)) {
            follow(exchange);
            return;
        }
        String code = request.getParameter("code");
        if (code == null) {
            page.write(request, exchange.response(), 200, request.getParameter("return"));
        } else {
            redeem(exchange, code);
        }
    }

    private void redeem(Exchange exchange, String code) throws IOException {
        MDC.put(AuditLog.THROUGH_KEY, "sign-in link");
        if (!links.redeem(code)) {
            String from = exchange.request().getRemoteAddr();
            audit.refused(Denials.NOBODY, "session.create", PREFIX, "session", "unknown code, from " + from);
            pages.write(
                    exchange.response(),
                    401,
                    "This link is used up",
                    "<p>A sign-in link works once, within 10 minutes.</p><p>For another, run this where the portal runs:</p>"
                            + "<p><code>bin/callboard login</code></p>");
            return;
        }
        enter(exchange, Identity.ADMINISTRATOR, sessions.create(Identity.ADMINISTRATOR), "/");
        audit.record(PortalCaller.ADMINISTRATOR, "session.create", "session", AuditLog.Outcome.DONE, null);
    }

    private void follow(Exchange exchange) throws IOException {
        boolean isBack = exchange.path().endsWith(CALLBACK);
        String rest = exchange.path().substring(PREFIX.length() + 1);
        List<String> steps = steps(rest, isBack ? 3 : 2);
        String plugin = steps.get(0);
        String way = PREFIX + "/" + plugin + "/" + steps.get(1);
        MDC.put(AuditLog.THROUGH_KEY, plugin);
        try {
            URI callback = URI.create(PublicAddress.url(exchange.request()) + way + CALLBACK);
            SignIn.Way chosen = new SignIn.Way(plugin, steps.get(1), callback);
            if (isBack) {
                finish(exchange, chosen);
            } else {
                begin(exchange, chosen);
            }
        } catch (PortalException refusal) {
            String group = PREFIX + "/" + plugin + ": " + refusal.message();
            audit.refused(Denials.NOBODY, "session.create", group, "session", rest + ": " + refusal.message());
            page.refuse(refusal, exchange.request(), exchange.response());
        }
    }

    private static List<String> steps(String path, int many) {
        List<String> steps = List.of(path.split("/", -1));
        if (steps.size() != many || !steps.stream().allMatch(step -> step.matches("[a-z0-9][a-z0-9.-]{0,199}"))) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no such way to sign in.");
        }
        return steps;
    }

    private void begin(Exchange exchange, SignIn.Way way) {
        HttpServletRequest request = exchange.request();
        String browser = SignInCookies.browser(request);
        URI location = signIn.begin(way, browser, request.getParameter("return"));
        exchange.response().addCookie(SignInCookies.ofBrowser(browser, request));
        redirect(exchange, location.toString());
    }

    private void finish(Exchange exchange, SignIn.Way way) {
        HttpServletRequest request = exchange.request();
        SignIn.Arrival arrival = signIn.finish(way, parameters(request), SignInCookies.knownBrowser(request));
        enter(exchange, arrival.who(), arrival.cookie(), arrival.returnPath());
        audit.record(
                new Person(arrival.who()),
                "session.create",
                "session",
                AuditLog.Outcome.DONE,
                way.plugin() + "/" + way.choice() + ": subject " + arrival.who().subject() + " of "
                        + arrival.who().issuer());
    }

    /** A parameter that is there twice could mean one thing to us and another to whom we ask. */
    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> single = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length != 1) {
                throw new PortalException(
                        ProblemKind.NOT_ALLOWED, "The browser came back with something twice.", "Begin again.");
            }
            single.put(name, values[0]);
        });
        return single;
    }

    /** Whoever was signed in before in this browser is no more. */
    private void enter(Exchange exchange, Identity who, String cookie, String path) {
        HttpServletRequest request = exchange.request();
        String before = Authentication.cookie(request);
        if (before != null) {
            sessions.end(before)
                    .ifPresent(ended -> audit.record(
                            new Person(ended.session().identity()),
                            "session.end",
                            "session",
                            AuditLog.Outcome.DONE,
                            who.name() + " signed in"));
        }
        exchange.response()
                .addCookie(SignInCookies.ofSession(cookie, sessions.lifetimes().absolute(), request));
        redirect(exchange, path);
    }

    private static void redirect(Exchange exchange, String location) {
        exchange.response().setStatus(303);
        exchange.response().setHeader("Location", location);
    }
}
