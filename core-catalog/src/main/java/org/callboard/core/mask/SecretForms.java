package org.callboard.core.mask;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ways a secret is written: as it is, in JSON and HTML, in a URL, in base64 wherever it begins there, and in hexadecimal. */
final class SecretForms {

    /** What is shorter is found in texts that have nothing to do with it. */
    static final int SHORTEST = 6;

    private static final int LONGEST = 16 * 1024;
    private static final int SHORTEST_LINE = 16;
    private static final List<Integer> BASE64_LINES = List.of(76, 64);

    /** What different encoders of URLs leave as it is, beside letters and digits. */
    private static final List<String> LEFT_IN_URLS = List.of("-_.~", "-_.*", "-_.!~*'()", "-_.!~*'();/?:@&=+$,#");

    private SecretForms() {}

    /** {@return all of them, or none where the secret is too short} */
    static Set<String> of(String secret) {
        String text = secret.strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Set<String> forms = new LinkedHashSet<>();
        if (text.length() >= SHORTEST) {
            add(text, forms);
            if (text.indexOf('\n') >= 0) {
                // who prints a key prints it line by line; what stands around it is the same for all keys
                text.lines()
                        .map(String::strip)
                        .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                        .forEach(line -> add(line, forms));
            }
        }
        forms.removeIf(form -> form.length() < SHORTEST);
        return forms;
    }

    private static void add(String text, Set<String> forms) {
        forms.add(text);
        forms.add(EscapedText.json(text, ""));
        forms.add(EscapedText.json(text, "/"));
        forms.add(EscapedText.asciiJson(text, "\\u%04x"));
        forms.add(EscapedText.asciiJson(text, "\\u%04X"));
        forms.add(EscapedText.html(text));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LEFT_IN_URLS.forEach(left -> addUrl(bytes, left, forms));
        addBase64(bytes, forms);
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    private static void addUrl(byte[] bytes, String left, Set<String> forms) {
        for (HexFormat hex : List.of(HexFormat.of().withUpperCase(), HexFormat.of())) {
            String form = EscapedText.url(bytes, left, hex);
            forms.add(form);
            forms.add(form.replace("%20", "+"));
        }
    }

    /** One or two bytes before it shift all of it; the characters that hold bits of others beside its own are not its form. */
    private static void addBase64(byte[] bytes, Set<String> forms) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int first = (before * 8 + 5) / 6;
            int end = shifted.length * 8 / 6;
            if (first < end) {
                addBoth(whole.substring(first, end), forms);
                addBoth(whole.substring(first), forms);
            }
        }
        String whole = Base64.getEncoder().encodeToString(bytes);
        BASE64_LINES.forEach(length -> addLines(whole, length, forms));
    }

    private static void addLines(String base64, int length, Set<String> forms) {
        for (int start = 0; base64.length() > length && start < base64.length(); start += length) {
            String line = base64.substring(start, Math.min(base64.length(), start + length));
            if (line.length() >= SHORTEST_LINE) {
                addBoth(line, forms);
            }
        }
    }

    private static void addBoth(String base64, Set<String> forms) {
        forms.add(base64);
        forms.add(base64.replace('+', '-').replace('/', '_'));
    }
}
