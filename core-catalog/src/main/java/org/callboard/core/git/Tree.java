package org.callboard.core.git;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a folder holds, by name. */
record Tree(Map<String, Item> items) {

    static final Tree EMPTY = new Tree(Map.of());
    private static final int MOST = 100_000;
    private static final String FOLDER = "40000";

    /** A file or an inner folder. */
    record Item(boolean isFolder, GitId id) {}

    static Tree parse(byte[] bytes) throws FaultyRepositoryException {
        Map<String, Item> items = new TreeMap<>();
        int at = 0;
        while (at < bytes.length) {
            int space = find(bytes, at, (byte) ' ');
            int end = find(bytes, space, (byte) 0);
            if (end + 1 + GitId.LENGTH > bytes.length || items.size() >= MOST) {
                throw new FaultyRepositoryException("a folder of a commit is damaged");
            }
            String mode = new String(bytes, at, space - at, StandardCharsets.ISO_8859_1);
            String name = new String(bytes, space + 1, end - space - 1, StandardCharsets.UTF_8);
            items.put(name, new Item(mode.equals(FOLDER), GitId.at(bytes, end + 1)));
            at = end + 1 + GitId.LENGTH;
        }
        return new Tree(items);
    }

    private static int find(byte[] bytes, int from, byte wanted) throws FaultyRepositoryException {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw new FaultyRepositoryException("a folder of a commit is damaged");
    }

    @Nullable Item get(String name) {
        return items.get(name);
    }
}
