package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.callboard.api.security.Caller;

/**
 * A request and its answer.
 *
 * @param caller who is asking
 * @param request the request
 * @param response the answer, not yet begun
 * @param taken what the pattern's segments in braces took, still encoded
 */
record Exchange(Caller caller, HttpServletRequest request, HttpServletResponse response, List<String> taken) {

    /** {@return the decoded text that the n-th segment in braces took} */
    String segment(int index) {
        // a plus is itself in a path and a space only in a query
        return Parameters.decode(taken.get(index).replace("+", "%2B"));
    }

    /** {@return the query's parameters, each of which must be one of these} */
    Parameters parameters(String... known) {
        return Parameters.read(request.getQueryString(), known);
    }

    /** {@return the answer's body, announced as JSON} */
    AnswerStream answer() {
        response.setContentType("application/json; charset=utf-8");
        return new AnswerStream(response, request.getMethod().equals("HEAD"));
    }
}
