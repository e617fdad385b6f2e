package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.endpoint.ErrorShape;
import org.callboard.core.extension.RetryLater;
import org.callboard.core.signin.SignIn;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered to a request that failed. */
final class FailureAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswer.class);

    private final Pages pages = new Pages();
    private final SignInPage signInPage;

    FailureAnswer(SignIn signIn) {
        this.signInPage = new SignInPage(signIn);
    }

    /** Answers a request that failed: with a page where a browser wants to show one. */
    void answer(PortalException failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            // the client must not take half an answer for a whole one: this ends the connection
            throw new EofException(failure.message());
        }
        if (failure.getCause() instanceof RetryLater later) {
            response.setHeader("Retry-After", Long.toString(later.seconds()));
        }
        if (UnreadBody.isPossible(request)) {
            // the server may end it over the body; a client that does not know loses its next request
            response.setHeader("Connection", "close");
        }
        if (!pages.wanted(request)) {
            ErrorShape.write(failure, request, response);
        } else if (failure.kind() == ProblemKind.NOT_SIGNED_IN) {
            signInPage.write(request, response, 401, wantedPage(request));
        } else {
            pages.write(failure, request, response);
        }
        MaskedResponse.finish(response);
        UnreadBody.discard(request, response);
    }

    private static String wantedPage(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** {@return what is said of a fault of the portal's own, which goes to its log} */
    static PortalException unexpected(@Nullable Throwable fault) {
        LOG.error("A request failed", fault);
        return new PortalException(
                ProblemKind.INTERNAL,
                "The portal failed to answer.",
                "Its log says why, under the request id in the X-Request-Id header.",
                fault);
    }
}
