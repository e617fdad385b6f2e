package org.callboard.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.security.Audit;
import org.callboard.api.security.Caller;

/** Keeps what the portal's audit log would have. Thread-safe. */
public final class RecordedActs implements Audit {

    private final List<Act> acts = new CopyOnWriteArrayList<>();

    /** What somebody did. */
    public record Act(String caller, String name, String subject) {}

    /** {@return what was done, in order} */
    public List<Act> acts() {
        return List.copyOf(acts);
    }

    @Override
    public void record(Caller caller, String act, String subject) {
        acts.add(new Act(caller.getName(), act, subject));
    }
}
