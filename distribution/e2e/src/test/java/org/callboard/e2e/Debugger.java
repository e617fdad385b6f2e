package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.fail;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Holds a portal still where its code begins a method, so that it can be killed at exactly that step. */
final class Debugger implements AutoCloseable {

    private static final String PATIENCE_MILLIS = "60000";

    private final ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(known -> known.name().equals("com.sun.jdi.SocketListen"))
            .findFirst()
            .orElseThrow();
    private final Map<String, Connector.Argument> arguments = connector.defaultArguments();
    private final String address;
    private final CompletableFuture<VirtualMachine> machine;

    /** Waits for a portal that {@link #attach} has made ready for it. */
    Debugger() {
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("port").setValue("0");
        arguments.get("timeout").setValue(PATIENCE_MILLIS);
        try {
            address = connector.startListening(arguments);
        } catch (IOException | IllegalConnectorArgumentsException failure) {
            throw new IllegalStateException("There is no port for a debugger.", failure);
        }
        machine = CompletableFuture.supplyAsync(this::accept);
    }

    private VirtualMachine accept() {
        try {
            return connector.accept(arguments);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (IllegalConnectorArgumentsException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Has the portal that this command starts be held by this debugger. */
    void attach(ProcessBuilder command) {
        command.environment()
                .merge(
                        "CALLBOARD_JVM",
                        "-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=" + address,
                        (before, more) -> before + " " + more);
    }

    /** Has the portal stand still when it begins this method of this class, or of one within it. */
    void holdAt(String type, String method) {
        ClassPrepareRequest later = machine.join().eventRequestManager().createClassPrepareRequest();
        later.addClassFilter(type);
        later.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        later.putProperty(Method.class, method);
        later.enable();
        machine.join().classesByName(type).forEach(loaded -> holdAt(loaded, method));
    }

    private void holdAt(ReferenceType type, String name) {
        type.methodsByName(name).stream().filter(method -> !method.isAbstract()).forEach(method -> {
            EventRequest hold = machine.join().eventRequestManager().createBreakpointRequest(begin(method));
            hold.setSuspendPolicy(EventRequest.SUSPEND_ALL);
            hold.enable();
        });
        if (type.methodsByName(name).isEmpty()) {
            throw new IllegalArgumentException(type.name() + " has no method " + name + ".");
        }
    }

    private static Location begin(Method method) {
        try {
            return method.allLineLocations().get(0);
        } catch (AbsentInformationException unknown) {
            return method.location();
        }
    }

    /** Waits until the portal stands still. */
    void awaitHold(String what) {
        try {
            while (true) {
                EventSet events = machine.join().eventQueue().remove(Long.parseLong(PATIENCE_MILLIS));
                if (events == null) {
                    fail("The portal never came to this: " + what);
                }
                if (isHold(events)) {
                    return;
                }
                events.resume();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fail("The wait for this was given up: " + what);
        } catch (VMDisconnectedException ended) {
            fail("The portal ended before it came to this: " + what);
        }
    }

    private boolean isHold(EventSet events) {
        for (Event event : events) {
            if (event instanceof ClassPrepareEvent prepared) {
                holdAt(prepared.referenceType(), (String) prepared.request().getProperty(Method.class));
            } else if (event instanceof VMDisconnectEvent) {
                throw new VMDisconnectedException();
            } else if (event instanceof BreakpointEvent) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            connector.stopListening(arguments);
        } catch (IOException | IllegalConnectorArgumentsException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
