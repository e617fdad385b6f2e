package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
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

    /** {@return the answer's body, which is JSON} */
    AnswerStream answer() {
        return new AnswerStream(request, response);
    }

    /** Answers with a value. */
    void answer(Json value, JsonFormat json) throws IOException {
        AnswerStream out = answer();
        json.write(value, out);
        out.finish();
    }

    /** Answers with a status alone. */
    void answer(int status) {
        response.setStatus(status);
    }

    /** {@return the entity that three segments in a row name} */
    EntityRef entity() {
        return new EntityRef(segment(0), segment(1), segment(2));
    }
}
