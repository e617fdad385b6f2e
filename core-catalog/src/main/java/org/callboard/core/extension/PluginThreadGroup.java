package org.callboard.core.extension;

/** The threads of one plugin: those it is called on and those it starts, as a thread is in the group of who starts it. */
final class PluginThreadGroup extends ThreadGroup {

    private final FailureLog log;

    PluginThreadGroup(ThreadGroup parent, String plugin) {
        super(parent, "plugin-" + plugin);
        this.log = new FailureLog(plugin, System::nanoTime);
    }

    /** What ends a thread that the plugin started is a matter for its log, as nobody else would know whose it was. */
    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        log.said("lost its thread '" + thread.getName() + "'");
        log.thrown(thrown);
    }
}
