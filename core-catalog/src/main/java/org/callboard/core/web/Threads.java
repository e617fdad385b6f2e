package org.callboard.core.web;

import java.util.concurrent.Executor;

/** Runs fetches, and looks at the clock. */
interface Threads extends Executor, AutoCloseable {

    /** Has the task run again and again from now on; when there is such a task already it does nothing. */
    void tick(Runnable task);

    /** Begins nothing more. */
    @Override
    void close();
}
