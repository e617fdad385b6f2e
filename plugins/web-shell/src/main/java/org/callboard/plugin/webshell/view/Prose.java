package org.callboard.plugin.webshell.view;

/** Markdown of unknown origin as HTML that can do no harm; what can't be taken as Markdown is shown as it was written. */
public final class Prose {

    private Prose() {}

    /** {@return the HTML} */
    public static String html(String markdown) {
        try {
            return Markup.html(markdown);
        } catch (FaultyViewException faulty) {
            return "<p>" + markdown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>";
        }
    }
}
