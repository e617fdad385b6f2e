package org.callboard.core.read;

/** Reads what locations, placeholders and references name: nothing that the configuration does not allow. Thread-safe. */
public interface ResourceReader {

    /**
     * {@return what a name in a descriptor stands for}
     *
     * @param base where the name stands
     * @param name a path, from the base's own folder, or a URL
     * @throws UnreadableException where it may not be followed
     */
    Resource resolve(Resource base, String name) throws UnreadableException;

    /** {@return the bytes} */
    byte[] read(Resource resource) throws UnreadableException;

    /** {@return a text that is the same for as long as reading would come to the same, failures included} */
    String fingerprint(Resource resource);
}
