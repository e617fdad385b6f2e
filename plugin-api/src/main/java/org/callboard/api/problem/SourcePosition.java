package org.callboard.api.problem;

/**
 * A place in a file.
 *
 * @param target the file or URL, as the location names it
 * @param line the line, from 1; 0 where no line can be named
 * @param column the column, from 1; 0 where no column can be named
 */
public record SourcePosition(String target, int line, int column) {

    /** {@return the place of a whole file} */
    public static SourcePosition ofFile(String target) {
        return new SourcePosition(target, 0, 0);
    }

    /** {@return {@code target:line:column}, without the parts that are not known} */
    @Override
    public String toString() {
        if (line == 0) {
            return target;
        }
        return column == 0 ? target + ":" + line : target + ":" + line + ":" + column;
    }
}
