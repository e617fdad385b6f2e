package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;

/** Finds the operation for a request. As with Backstage, a method that a path does not know is a 404 as well. */
final class RouteTable {

    private final List<Operation> operations;

    RouteTable(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    void answer(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(CatalogEndpoint.PREFIX.length());
        List<String> segments = Operation.segments(path);
        if (request.getMethod().equals("OPTIONS")) {
            answerOptions(path, segments, response);
            return;
        }
        // whoever answers GET answers HEAD; AnswerStream keeps the body back
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        for (Operation operation : operations) {
            Optional<List<String>> taken =
                    operation.method().equals(method) ? operation.match(segments) : Optional.empty();
            if (taken.isPresent()) {
                operation.handler().answer(new Exchange(caller, request, response, taken.get()));
                return;
            }
        }
        throw notFound(method, path, allowed(segments));
    }

    private void answerOptions(String path, List<String> segments, HttpServletResponse response) throws IOException {
        String allowed = allowed(segments);
        if (allowed.isEmpty()) {
            throw notFound("OPTIONS", path, allowed);
        }
        response.setHeader("Allow", allowed);
        response.setContentType("text/html; charset=utf-8");
        response.getOutputStream().write(allowed.getBytes(StandardCharsets.US_ASCII));
    }

    private String allowed(List<String> segments) {
        return operations.stream()
                .filter(operation -> operation.match(segments).isPresent())
                .map(operation -> operation.method().equals("GET") ? "GET,HEAD" : operation.method())
                .reduce((first, second) -> first + "," + second)
                .orElse("");
    }

    private static PortalException notFound(String method, String path, String allowed) {
        return new PortalException(
                ProblemKind.NOT_FOUND,
                "The catalog API has no " + method + " " + path + ".",
                allowed.isEmpty() ? "See /api/openapi.json for what there is." : "This path takes " + allowed + ".");
    }
}
