package org.callboard.core.source;

/** An archive that is not taken; the message is a clause that says why. */
final class UnfitArchiveException extends Exception {

    private static final long serialVersionUID = 1L;

    UnfitArchiveException(String why) {
        super(why);
    }

    static void require(boolean isFit, String why) throws UnfitArchiveException {
        if (!isFit) {
            throw new UnfitArchiveException(why);
        }
    }
}
