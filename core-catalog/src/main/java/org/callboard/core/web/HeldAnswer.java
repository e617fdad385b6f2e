package org.callboard.core.web;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.problem.PortalException;
import org.callboard.core.entity.JsonCodec;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** An answer that has come as a whole. */
final class HeldAnswer implements WebAnswer {

    private static final Pattern CHARSET =
            Pattern.compile(".*;\\s*charset=\"?([A-Za-z0-9._:-]{1,40})\"?.*", Pattern.CASE_INSENSITIVE);

    private final int status;
    private final HttpFields headers;
    private final byte[] body;
    private final AskProblems problems;

    HeldAnswer(int status, HttpFields headers, byte[] body, AskProblems problems) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.problems = problems;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public List<String> headers(String name) {
        return headers.getValuesList(name);
    }

    @Override
    public SortedSet<String> headerNames() {
        return headers.stream().map(HttpField::getLowerCaseName).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public byte[] bytes() {
        return body.clone();
    }

    @Override
    public String text() {
        return new String(body, charset());
    }

    private Charset charset() {
        Matcher matcher =
                CHARSET.matcher(header(HttpHeader.CONTENT_TYPE.asString()).orElse(""));
        try {
            return matcher.matches() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public Json json() {
        try {
            return new JsonCodec().decodeForeign(body);
        } catch (PortalException malformed) {
            // what it says of the text may quote it
            throw problems.of("its answer is no JSON", "Look at what the server sends, and for which status.", null);
        }
    }
}
