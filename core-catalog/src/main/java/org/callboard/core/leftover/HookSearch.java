package org.callboard.core.leftover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.core.leftover.Leftover.Fate;
import org.callboard.core.leftover.Leftover.Kind;

/** Takes away what a revision wanted to be run when the process ends. */
final class HookSearch implements Search {

    @Override
    public List<Leftover> clear(Owner owner) {
        List<Leftover> found = new ArrayList<>();
        for (Thread hook : hooks()) {
            if (owner.made(hook)) {
                Runtime.getRuntime().removeShutdownHook(hook);
                Object task = JdkFields.task(hook);
                String type = (task == null ? hook : task).getClass().getName();
                found.add(new Leftover(Kind.SHUTDOWN_HOOK, hook.getName(), "of " + type, Fate.UNDONE));
            }
        }
        return found;
    }

    /** The JDK guards its hooks by their class. */
    private static List<Thread> hooks() {
        try {
            Class<?> keeper = Class.forName("java.lang.ApplicationShutdownHooks");
            synchronized (keeper) {
                Object hooks = JdkFields.read(JdkFields.open(keeper, "hooks"), null);
                List<Thread> threads = new ArrayList<>();
                if (hooks instanceof Map<?, ?> map) {
                    map.keySet().forEach(hook -> threads.add((Thread) hook));
                }
                return threads;
            }
        } catch (ClassNotFoundException otherJava) {
            return List.of();
        }
    }
}
