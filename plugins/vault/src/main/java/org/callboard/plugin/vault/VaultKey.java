package org.callboard.plugin.vault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/**
 * What an operator writes behind {@code vault:}, such as {@code secret/data/payments#password}.
 *
 * @param path as in Vault's API
 * @param field of what is there
 */
record VaultKey(String path, String field) {

    private static final Pattern FORM = Pattern.compile(
            "(?<path>[A-Za-z0-9_~-][A-Za-z0-9._~-]*(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+)#(?<field>[^#]+)");

    static VaultKey parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "'" + text + "' names no secret of Vault's; it must be like secret/data/payments#password");
        }
        return new VaultKey(matcher.group("path"), matcher.group("field"));
    }
}
