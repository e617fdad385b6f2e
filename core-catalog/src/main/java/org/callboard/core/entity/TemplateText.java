package org.callboard.core.entity;

import java.util.Optional;
import org.callboard.api.model.Json;

/**
 * Expressions of template engines in a text: <code>{{ x }}</code>, <code>${{ x }}</code> and <code>{% x %}</code>. A file
 * that holds them where YAML or the catalog's rules can't bear it is what a descriptor is made from, not a descriptor.
 */
public final class TemplateText {

    private static final int SHOWN = 60;

    private final String text;
    private final int lastValueEnd;
    private final int lastTagEnd;

    /** Looks at a text. */
    public TemplateText(String text) {
        this.text = text;
        this.lastValueEnd = text.lastIndexOf("}}");
        this.lastTagEnd = text.lastIndexOf("%}");
    }

    /** {@return where the braces of the first expression at or behind {@code from} are, or -1} */
    public int find(int from) {
        if (lastValueEnd < 0 && lastTagEnd < 0) {
            return -1;
        }
        for (int brace = text.indexOf('{', from); brace >= 0; brace = text.indexOf('{', brace + 1)) {
            char next = brace + 1 < text.length() ? text.charAt(brace + 1) : ' ';
            if ((next == '{' && brace + 2 <= lastValueEnd) || (next == '%' && brace + 2 <= lastTagEnd)) {
                return brace;
            }
        }
        return -1;
    }

    /** {@return where the expression with these braces starts to the eye: at the {@code $} before it, if there is one} */
    public int start(int brace) {
        return brace > 0 && text.charAt(brace - 1) == '$' ? brace - 1 : brace;
    }

    /** {@return the place behind the expression with these braces} */
    public int end(int brace) {
        return text.indexOf(text.charAt(brace + 1) == '%' ? "%}" : "}}", brace + 2) + 2;
    }

    /** {@return the expression with these braces, cut where it is long} */
    public String expression(int brace) {
        int start = start(brace);
        int end = end(brace);
        return end - start <= SHOWN ? text.substring(start, end) : text.substring(start, start + SHOWN) + "...";
    }

    /** {@return the first expression in the text, cut where it is long} */
    public static Optional<String> first(String text) {
        TemplateText template = new TemplateText(text);
        int brace = template.find(0);
        return brace < 0 ? Optional.empty() : Optional.of(template.expression(brace));
    }

    /** {@return the first expression in a value that is a text; what nests in lists and objects is not to blame} */
    public static Optional<String> first(Json value) {
        return value instanceof Json.Text text ? first(text.value()) : Optional.empty();
    }
}
