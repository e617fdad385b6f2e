package org.callboard.plugin.scorecards.http;

/**
 * A picture of two texts side by side.
 *
 * @param rank how many levels are reached
 * @param of how many there are
 */
record Badge(String left, String right, int rank, int of) {

    private static final int LONGEST = 60;
    private static final int HEIGHT = 20;

    String svg() {
        String one = cut(left);
        String two = cut(right);
        int first = width(one);
        int second = width(two);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + (first + second) + "\" height=\"" + HEIGHT
                + "\" role=\"img\" aria-label=\"" + escaped(one + ": " + two) + "\"><title>" + escaped(one + ": " + two)
                + "</title>" + part(0, first, "#444b55", one) + part(first, second, colour(), two) + "</svg>";
    }

    private static String part(int x, int width, String colour, String text) {
        return "<rect x=\"" + x + "\" width=\"" + width + "\" height=\"" + HEIGHT + "\" fill=\"" + colour + "\"/>"
                + "<text x=\"" + (x + width / 2)
                + "\" y=\"14\" fill=\"#fff\" font-family=\"Verdana,sans-serif\" font-size=\"11\""
                + " text-anchor=\"middle\">" + escaped(text) + "</text>";
    }

    /** White on each of them is read easily. */
    private String colour() {
        if (rank == 0) {
            return "#6b7280";
        }
        return rank >= of ? "#146c43" : "#8a5300";
    }

    private static int width(String text) {
        return 7 * text.length() + 12;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
