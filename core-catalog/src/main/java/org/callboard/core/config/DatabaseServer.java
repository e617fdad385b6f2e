package org.callboard.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code storage.url}, {@code storage.user} and {@code storage.password}; the last two may stand in the URL. */
public record DatabaseServer(
        String url, @Nullable String user, @Nullable String password) {

    private static final Pattern IN_URL = Pattern.compile("[?&;](?:ssl)?password=([^&;]+)", Pattern.CASE_INSENSITIVE);

    List<String> secrets() {
        List<String> secrets = new ArrayList<>(
                IN_URL.matcher(url).results().map(result -> result.group(1)).toList());
        if (password != null) {
            secrets.add(password);
        }
        return secrets;
    }

    /** {@return nothing that could be a secret} */
    @Override
    public String toString() {
        return "DatabaseServer";
    }
}
