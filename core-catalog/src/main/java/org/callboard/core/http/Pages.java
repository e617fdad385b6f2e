package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.callboard.api.problem.PortalException;
import org.callboard.core.endpoint.ErrorShape;
import org.callboard.core.entity.Sha256;

/** The core's own plain pages: without scripts, and with nothing that a plugin could break. */
final class Pages {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:14px/20px system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;
            background:light-dark(#fbfbfc,#0e1014);color:light-dark(#14171c,#e8eaee)}
            main{min-width:min(280px,70vw);max-width:600px;padding:32px;margin:24px;border:1px solid light-dark(#e4e6eb,#262b35);border-radius:10px;
            background:light-dark(#fff,#15181e)}
            header{display:flex;align-items:center;gap:9px;margin:0 0 20px;font-weight:600}
            nav{display:grid;gap:8px;margin:16px 0}
            .button{display:block;padding:9px 14px;border-radius:6px;background:light-dark(#1d5bd6,#2f6be0);color:#fff;
            font-weight:600;text-align:center;text-decoration:none}
            .button:hover{background:light-dark(#174db8,#3871e2)}
            .button:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid light-dark(#1d5bd6,#7aa7ff);outline-offset:2px}
            summary{cursor:pointer;color:light-dark(#4d5562,#a5adba)}
            details[open] summary{margin-bottom:12px}
            h1{font-size:20px;line-height:28px;margin:0 0 8px;font-weight:600;letter-spacing:-.015em}
            p{margin:0 0 12px;color:light-dark(#4d5562,#a5adba)}
            code,pre{font:12px/18px ui-monospace,monospace;background:light-dark(#f4f5f7,#0b0d10);padding:2px 6px;border-radius:4px;
            color:light-dark(#14171c,#e8eaee)}
            a{color:light-dark(#1d5bd6,#7aa7ff)}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid light-dark(#e4e6eb,#262b35)}
            """;

    /** The web shell's logo. */
    private static final String BRAND = """
            <header><svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="6" \
            fill="#1d5bd6"/><path fill="#fff" d="M7 5h10.5A1.5 1.5 0 0 1 19 6.5v1A1.5 1.5 0 0 1 17.5 9h-8v6h8a1.5 1.5 0 0 1 1.5 \
            1.5v1a1.5 1.5 0 0 1-1.5 1.5H7a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z"/><circle cx="16" cy="12" r="1.9" fill="#ffc75a"/></svg>\
            Callboard</header>""";

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    boolean wanted(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String path = request.getRequestURI();
        return accept != null
                && accept.contains("text/html")
                && request.getMethod().equals("GET")
                && !path.startsWith("/api/")
                && !path.startsWith("/ui/");
    }

    void write(PortalException failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String hint = failure.hint() == null ? "" : "<p>" + escape(failure.hint()) + "</p>";
        write(
                response,
                ErrorShape.status(failure),
                "That did not work",
                "<p>" + escape(failure.message()) + "</p>" + hint + "<p><a href=\"" + escape(PublicAddress.of(request))
                        + "/\">Back to the start page</a></p>");
    }

    void write(HttpServletResponse response, int status, String title, String body) throws IOException {
        byte[] page = ("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                        + " · Callboard</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                        + "</style></head><body><main>" + BRAND + "<h1>" + escape(title) + "</h1>" + body
                        + "</main></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentType("text/html; charset=utf-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String style) {
        return Base64.getEncoder().encodeToString(Sha256.of(style.getBytes(StandardCharsets.UTF_8)));
    }
}
