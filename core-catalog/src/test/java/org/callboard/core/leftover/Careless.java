package org.callboard.core.leftover;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/** Code that starts things and ends none; made anew below a class loader of its own, it is a revision's. */
final class Careless {

    private Careless() {}

    /** Waits, and ends when it is interrupted. */
    public static final class Waiting implements Runnable {
        @Override
        public void run() {
            new Thread(Waiting::toil, "careless-waiting").start();
        }

        private static void toil() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until it is released, whoever interrupts it. */
    public static final class Stubborn implements Runnable {
        @Override
        public void run() {
            Thread thread = new Thread(this::toil, "careless-stubborn");
            thread.setDaemon(true);
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            thread.start();
        }

        private void toil() {
            ((Semaphore) System.getProperties().get("careless.release")).acquireUninterruptibly();
        }
    }

    /** Leaves threads of the JDK's that wait for work. */
    public static final class Pool implements Runnable {
        @Override
        public void run() {
            ExecutorService pool = Executors.newFixedThreadPool(1, task -> {
                Thread thread = new Thread(task, "careless-pool");
                thread.setDaemon(true);
                return thread;
            });
            pool.execute(() -> {});
        }
    }

    /** Makes the JDK start a thread for everybody. */
    public static final class Delayed implements Runnable {
        @Override
        public void run() {
            CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS).execute(() -> {});
        }
    }

    /** Leaves a timer. */
    public static final class Ticking implements Runnable {
        @Override
        public void run() {
            new Timer("careless-timer", true);
        }
    }

    /** Leaves something to be run at the end. */
    public static final class Hook implements Runnable {
        @Override
        public void run() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "careless-hook"));
        }
    }

    /** Leaves a value in the thread that calls it. */
    public static final class Local implements Runnable {
        private static final ThreadLocal<Object> MINE = new ThreadLocal<>();

        @Override
        public void run() {
            MINE.set(this);
        }
    }

    /** Wants to hear of everybody's exceptions. */
    public static final class Handler implements Runnable, Thread.UncaughtExceptionHandler {
        @Override
        public void run() {
            Thread.setDefaultUncaughtExceptionHandler(this);
        }

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            // it is never called
        }
    }

    /** Leaves itself with the management server. */
    public static final class Bean extends StandardMBean implements Runnable {
        public Bean() {
            super(Runnable.class, true);
        }

        @Override
        public void run() {
            try {
                ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName("careless:type=Bean"));
            } catch (JMException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** Leaves itself as a driver. */
    public static final class Source implements Runnable, Driver {
        @Override
        public void run() {
            try {
                DriverManager.registerDriver(this);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public @Nullable Connection connect(String url, Properties info) {
            return null;
        }

        @Override
        public boolean acceptsURL(String url) {
            return false;
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
