package org.callboard.core.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.extension.ForeignCall;
import org.jspecify.annotations.Nullable;

/** Answers what a resource throws in the portal's error shape. */
final class FailureMapper implements ExceptionMapper<Throwable> {

    private final ForeignCall foreign;

    @Context
    private @Nullable HttpServletRequest request;

    @Context
    private @Nullable HttpServletResponse response;

    FailureMapper(ForeignCall foreign) {
        this.foreign = foreign;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        HttpServletRequest asked = request;
        HttpServletResponse answer = response;
        PortalException failure = asFailure(thrown);
        if (asked == null || answer == null) {
            return Response.status(ErrorShape.status(failure.kind())).build();
        }
        try {
            ErrorShape.write(failure, asked, answer);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return Response.status(ErrorShape.status(failure.kind())).build();
    }

    private PortalException asFailure(Throwable thrown) {
        if (thrown instanceof PortalException expected) {
            return expected;
        }
        if (thrown instanceof WebApplicationException standard) {
            String message = standard.getMessage();
            return new PortalException(
                    ErrorShape.kindOf(standard.getResponse().getStatus()), message == null ? "Failed." : message);
        }
        // a call that was cut off has been told of already
        if (!(thrown instanceof EOFException) && !(thrown instanceof InterruptedException)) {
            foreign.tell(thrown);
        }
        return new PortalException(
                ProblemKind.INTERNAL,
                "The plugin failed: " + thrown.getClass().getSimpleName() + ".",
                "The plugin's owner finds the details in its log.",
                thrown);
    }
}
