package org.callboard.plugin.docs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The record of a decision about architecture.
 *
 * @param number out of the name of its file; 0 where that has none
 * @param status what it says of itself, in small letters; empty where it says nothing
 */
record Decision(String path, int number, String title, String status) {

    private static final int LOOKED_AT = 4_000;
    private static final int LONGEST = 120;
    private static final Pattern NUMBER =
            Pattern.compile("^(?:adr[-_]?)?0*(\\d{1,6})(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile(
            "(?m)^#[ \\t]+(?:(?i:adr)[- ]?)?(?:\\d{1,6}[.:)]?[ \\t]+(?:[-–][ \\t]+)?)?(\\S[^\\r\\n]{0,300})");
    private static final Pattern STATUS = Pattern.compile(
            "(?im)^(?:[*-][ \\t]{0,3})?(?:\\*\\*)?status(?:\\*\\*)?:(?:\\*\\*)?[ \\t]{0,8}[\"'*]{0,2}([a-z][a-z -]{0,30})"
                    + "|^#{1,4}[ \\t]{1,8}status[ \\t]{0,8}\\R{1,4}[ \\t*-]{0,8}([a-z][a-z -]{0,30})");

    static Decision of(String path, byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8);
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher number = NUMBER.matcher(name);
        Matcher heading = HEADING.matcher(text);
        Matcher status = STATUS.matcher(text);
        return new Decision(
                path,
                number.find() ? Integer.parseInt(number.group(1)) : 0,
                heading.find() ? plain(heading.group(1)) : name.replaceFirst("(?i)\\.md$", ""),
                status.find() ? plain(status.group(1) == null ? status.group(2) : status.group(1)) : "");
    }

    private static String plain(String text) {
        String plain = text.replaceAll("[`*]", "").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    /** {@return how it is listed} */
    String label() {
        return (number == 0 ? "" : number + " ")
                + title
                + (status.isEmpty() ? "" : " (" + status.toLowerCase(Locale.ROOT) + ")");
    }
}
