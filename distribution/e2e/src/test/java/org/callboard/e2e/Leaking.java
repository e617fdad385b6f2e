package org.callboard.e2e;

/** Plugins that do not end what they start, or do not start or stop at all. */
final class Leaking {

    private Leaking() {}

    /** {@return a plugin that leaves one thing of each kind in the process} */
    static byte[] everything(String id, String version) {
        return PluginJar.of(id, version)
                .with("Litter", """
                        @Component(service = Litter.class, immediate = true)
                        public final class Litter {
                            static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
                            private final Timer timer;
                            @Activate
                            public Litter() throws Exception {
                                new Thread(Litter::toil, "litter-thread").start();
                                this.timer = new Timer("litter-timer");
                                Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "litter-hook"));
                                java.sql.DriverManager.registerDriver(new LitterDriver());
                                var isSet = new java.util.concurrent.CountDownLatch(1);
                                java.util.concurrent.CompletableFuture
                                        .delayedExecutor(1, java.util.concurrent.TimeUnit.MILLISECONDS, Runnable::run)
                                        .execute(() -> {
                                            LOCAL.set(this);
                                            isSet.countDown();
                                        });
                                isSet.await();
                                Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
                                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                                System.getProperties().put("litter", this);
                            }
                            private static void toil() {
                                new java.util.concurrent.Semaphore(0).acquireUninterruptibly();
                            }
                        }
                        """)
                .with("LitterDriver", """
                        final class LitterDriver implements java.sql.Driver {
                            @Override public java.sql.Connection connect(String url, Properties info) { return null; }
                            @Override public boolean acceptsURL(String url) { return false; }
                            @Override public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
                                return new java.sql.DriverPropertyInfo[0];
                            }
                            @Override public int getMajorVersion() { return 1; }
                            @Override public int getMinorVersion() { return 0; }
                            @Override public boolean jdbcCompliant() { return false; }
                            @Override public java.util.logging.Logger getParentLogger() { return null; }
                        }
                        """)
                .build();
    }

    /**
     * A plugin with an activator.
     *
     * @param start what it does when it starts
     * @param stop what it does when it stops
     */
    static byte[] activator(String id, String version, String start, String stop) {
        PluginJar jar = PluginJar.of(id, version);
        return jar.header("Bundle-Activator", jar.packageName() + ".Switch")
                .with("Switch", """
                        public final class Switch implements org.osgi.framework.BundleActivator {
                            @Override public void start(org.osgi.framework.BundleContext context) throws Exception {
                                %s
                            }
                            @Override public void stop(org.osgi.framework.BundleContext context) throws Exception {
                                %s
                            }
                        }
                        """.formatted(start, stop))
                .build();
    }
}
