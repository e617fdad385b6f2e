package org.callboard.core.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody goes who has signed in: a page of the portal, and never anywhere else. */
public final class ReturnPath {

    /** The start page. */
    public static final String START = "/";

    private static final int LONGEST = 2_000;
    private static final Pattern OWN = Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*");
    private static final Pattern DOUBTFUL = Pattern.compile(
            ".*(//|/\\.\\.?/|;|%(?![0-9a-f]{2})|%(2e|2f|5c|0.|1.|7f)).*|/(api|ui|signin|maven)(/.*|\\?.*)?",
            Pattern.CASE_INSENSITIVE);

    private ReturnPath() {}

    /** {@return the path, with its query; the start page where it is none, or could lead elsewhere} */
    public static String of(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !OWN.matcher(wanted).matches()) {
            return START;
        }
        int query = wanted.indexOf('?');
        String path = query < 0 ? wanted : wanted.substring(0, query);
        return DOUBTFUL.matcher(path).matches() ? START : wanted;
    }
}
