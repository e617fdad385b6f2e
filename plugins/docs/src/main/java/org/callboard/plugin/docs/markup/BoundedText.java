package org.callboard.plugin.docs.markup;

import org.jspecify.annotations.Nullable;

/** A text that is refused once it is too long: definitions that are used often make little Markdown much HTML. */
final class BoundedText implements Appendable {

    private static final int LONGEST = 12 * 1024 * 1024;

    /** Ends the writing: writers let nothing through that is checked. */
    static final class TooLongException extends RuntimeException {

        private static final long serialVersionUID = 1;

        String reason() {
            return "it becomes more than " + LONGEST + " characters of HTML";
        }
    }

    private final StringBuilder text = new StringBuilder();

    @Override
    public Appendable append(@Nullable CharSequence more) {
        return append(more, 0, more == null ? 0 : more.length());
    }

    @Override
    public Appendable append(@Nullable CharSequence more, int start, int end) {
        if (text.length() + end - start > LONGEST) {
            throw new TooLongException();
        }
        if (more != null) {
            text.append(more, start, end);
        }
        return this;
    }

    @Override
    public Appendable append(char character) {
        return append(String.valueOf(character), 0, 1);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
