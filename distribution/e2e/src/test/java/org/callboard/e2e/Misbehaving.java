package org.callboard.e2e;

/** Plugins that do what no plugin should, each when its REST resource is asked to. */
final class Misbehaving {

    private Misbehaving() {}

    /** {@return a plugin whose resource answers {@code fine}, and does something bad at {@code bad}} */
    static byte[] plugin(String id, String members, String bad) {
        return PluginJar.of(id, "1.0.0")
                .with("Bad", """
                        @Component
                        @Path("/")
                        public final class Bad implements RestResource {
                            private volatile boolean released;
                            %s
                            @GET @Path("fine") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String fine() { return "fine"; }
                            @GET @Path("release") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String release() { released = true; return "released"; }
                            @GET @Path("bad") @Produces("text/plain") @RequiresPermission("portal.use")
                            public Object bad(@QueryParam("n") int n) throws Exception { %s }
                        }
                        """.formatted(members, bad))
                .build();
    }

    /** {@return one that waits for ever} */
    static byte[] hanging(String id) {
        return plugin(id, "", "new java.util.concurrent.CountDownLatch(1).await(); return \"never\";");
    }

    /** {@return one that burns a core until it is released, whoever interrupts it} */
    static byte[] spinning(String id) {
        return plugin(id, "", "while (!released) { Thread.onSpinWait(); } return \"done\";");
    }

    /** {@return one that throws what is not an exception} */
    static byte[] throwing(String id) {
        return plugin(id, """
                private static int deeper(int n) { return deeper(n + 1) + 1; }
                private static final class Unprintable extends Error {
                    @Override public String getMessage() { throw new IllegalStateException("hostile"); }
                    @Override public StackTraceElement[] getStackTrace() { throw new IllegalStateException("hostile"); }
                }
                """, """
                switch (n % 4) {
                    case 0: return deeper(0);
                    case 1: throw new NoClassDefFoundError("com/example/Missing");
                    case 2: throw new ThreadDeath();
                    default: throw new Unprintable();
                }
                """);
    }

    /** {@return one whose answer has no end: fast, or one line after the other where n is 1} */
    static byte[] endless(String id) {
        return plugin(id, "", """
                return (jakarta.ws.rs.core.StreamingOutput) out -> {
                    byte[] line = "and so on, and so on\\n".repeat(500).getBytes();
                    while (true) {
                        out.write(line);
                        if (n == 1) {
                            out.flush();
                            try { Thread.sleep(20); } catch (InterruptedException ignored) { }
                        }
                    }
                };
                """);
    }

    /** {@return one that starts n threads and forgets them} */
    static byte[] leaking(String id) {
        return plugin(id, "", """
                for (int i = 0; i < n; i++) {
                    Thread thread = new Thread(() -> {
                        while (!released) {
                            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
                        }
                    });
                    thread.setDaemon(true);
                    thread.start();
                }
                return "started";
                """);
    }

    /** {@return one that writes n lines to its log} */
    static byte[] chattering(String id) {
        return plugin(id, "", """
                System.Logger log = System.getLogger("chatter");
                for (int i = 0; i < n; i++) {
                    log.log(System.Logger.Level.WARNING, "This is line " + i + " of many that nobody needs.");
                }
                return "said";
                """);
    }

    /**
     * {@return one that uses up n milliseconds of processor time and a MiB at a time, and answers with the nanoseconds and
     * bytes that it used; or fails, where n is 0}
     */
    static byte[] costly(String id) {
        return plugin(id, "public static volatile Object kept;", """
                if (n == 0) {
                    throw new IllegalStateException("as asked");
                }
                java.lang.management.ThreadMXBean bean = java.lang.management.ManagementFactory.getThreadMXBean();
                long from = bean.getCurrentThreadCpuTime();
                long bytes = 0;
                for (int i = 0; i < n; i++) {
                    kept = new byte[1 << 20];
                    bytes += 1 << 20;
                    while (bean.getCurrentThreadCpuTime() - from < (i + 1) * 1_000_000L) { }
                }
                return (bean.getCurrentThreadCpuTime() - from) + " " + bytes;
                """);
    }
}
