package org.callboard.core.task;

/** Which task of which plugin; the names of all its revisions' are the same. */
record TaskKey(String plugin, String id) implements Comparable<TaskKey> {

    @Override
    public int compareTo(TaskKey other) {
        int byPlugin = plugin.compareTo(other.plugin);
        return byPlugin != 0 ? byPlugin : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return plugin + "/" + id;
    }
}
