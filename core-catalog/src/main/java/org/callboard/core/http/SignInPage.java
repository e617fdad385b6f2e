package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callboard.api.problem.PortalException;
import org.callboard.core.endpoint.ErrorShape;
import org.callboard.core.signin.Providers.Offer;
import org.callboard.core.signin.ReturnPath;
import org.callboard.core.signin.SignIn;
import org.jspecify.annotations.Nullable;

/** How to sign in, on a page that needs neither scripts nor the web shell. */
final class SignInPage {

    private static final String BY_COMMAND =
            "<p>Run this where the portal runs, and open the link that it prints. It works once,"
                    + " within 10 minutes.</p><p><code>bin/callboard login</code></p>";

    private final SignIn signIn;
    private final Pages pages = new Pages();

    SignInPage(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Shows what there is to choose, to somebody who wanted to go somewhere. */
    void write(HttpServletRequest request, HttpServletResponse response, int status, @Nullable String wanted)
            throws IOException {
        List<Offer> offers = signIn.offers();
        String body = offers.isEmpty()
                ? "<p>This portal knows you by a session, and this browser has none.</p>" + BY_COMMAND
                : "<p>Callboard shows what your company builds, and who owns it.</p>"
                        + buttons(offers, PublicAddress.of(request), ReturnPath.of(wanted))
                        + "<details><summary>Without an account there</summary>" + BY_COMMAND + "</details>";
        pages.write(response, status, "Sign in", body);
    }

    private static String buttons(List<Offer> offers, String base, String returnPath) {
        String query = returnPath.equals(ReturnPath.START)
                ? ""
                : "?return=" + URLEncoder.encode(returnPath, StandardCharsets.UTF_8);
        StringBuilder buttons = new StringBuilder("<nav aria-label=\"Ways to sign in\">");
        for (Offer offer : offers) {
            String path = base + SignInResource.PREFIX + "/" + offer.plugin() + "/"
                    + offer.choice().id();
            buttons.append("<a class=\"button\" href=\"")
                    .append(Pages.escape(path + query))
                    .append("\">Sign in with ")
                    .append(Pages.escape(offer.choice().title()))
                    .append("</a>");
        }
        return buttons.append("</nav>").toString();
    }

    /** Says why somebody was not let in. */
    void refuse(PortalException refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String hint = refusal.hint() == null ? "" : "<p>" + Pages.escape(refusal.hint()) + "</p>";
        pages.write(
                response,
                ErrorShape.status(refusal.kind()),
                "You are not signed in",
                "<p role=\"alert\">" + Pages.escape(refusal.message()) + "</p>" + hint
                        + "<nav><a class=\"button\" href=\"" + Pages.escape(PublicAddress.of(request))
                        + SignInResource.PREFIX + "\">Choose how to sign in</a></nav>");
    }
}
