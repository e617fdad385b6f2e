package org.callboard.testkit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;

/** Servers that answer as a test says, and keep what they were asked. No request leaves the process. Thread-safe. */
public final class TestWeb implements WebClient {

    private final Map<String, WebAnswer> answers = new ConcurrentHashMap<>();
    private final List<WebRequest> requests = new CopyOnWriteArrayList<>();

    /**
     * Answers these requests with 200 and JSON, from now on.
     *
     * @param method in capital letters
     * @param uri all of it, with its query
     */
    public TestWeb answer(String method, String uri, Json json) {
        return answer(method, uri, TextAnswer.of(200, new TestJson().toText(json), "application/json"));
    }

    /** Answers these requests with a status and a text, from now on. */
    public TestWeb answer(String method, String uri, int status, String text) {
        return answer(method, uri, TextAnswer.of(status, text, "text/plain"));
    }

    private TestWeb answer(String method, String uri, WebAnswer answer) {
        answers.put(method + " " + URI.create(uri), answer);
        return this;
    }

    /** {@return what was asked, in order} */
    public List<WebRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * {@inheritDoc}
     *
     * @throws AssertionError where nobody said what the answer is
     */
    @Override
    public WebAnswer send(WebRequest request) {
        requests.add(request);
        String asked = request.method() + " " + request.uri();
        WebAnswer answer = answers.get(asked);
        if (answer == null) {
            throw new AssertionError("Nothing answers " + asked + ", only " + answers.keySet() + ".");
        }
        return answer;
    }
}
