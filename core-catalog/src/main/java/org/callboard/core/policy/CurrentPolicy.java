package org.callboard.core.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.problem.SourcePosition;
import org.jspecify.annotations.Nullable;

/** The policy that is in force: what its file says, or said when it last said something that could be used. */
public final class CurrentPolicy {

    private static final String SHIPPED = "policy.yaml";
    private static final long LARGEST = 2 << 20;

    private final @Nullable Path file;
    private volatile Policy policy;
    private volatile PolicyReading last;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private CurrentPolicy(@Nullable Path file, PolicyReading reading, Policy policy) {
        this.file = file;
        this.last = reading;
        this.policy = policy;
    }

    /**
     * Reads the policy.
     *
     * @param file null for the policy that ships with the portal
     * @throws UnusablePolicyException where it can't be used
     */
    public static CurrentPolicy open(@Nullable Path file) throws UnusablePolicyException {
        PolicyReading reading = look(file);
        Policy policy = reading.policy();
        if (policy == null) {
            throw new UnusablePolicyException(
                    "The policy" + (file == null ? "" : " " + file) + " can't be used.\n" + reading.words());
        }
        return new CurrentPolicy(file, reading, policy);
    }

    private static PolicyReading look(@Nullable Path file) {
        if (file == null) {
            return PolicyReader.read(shipped(), "the policy that ships with the portal");
        }
        String name = String.valueOf(file.getFileName());
        try {
            return Files.size(file) > LARGEST
                    ? unread(name, "is too long")
                    : PolicyReader.read(Files.readAllBytes(file), name);
        } catch (IOException failure) {
            return unread(name, "can't be read");
        }
    }

    private static PolicyReading unread(String name, String why) {
        return new PolicyReading(
                null,
                why,
                List.of(Findings.problem(
                        SourcePosition.ofFile(name),
                        "The file " + why + ".",
                        "Have auth.policy name a file that the portal can read.")));
    }

    private static byte[] shipped() {
        try (InputStream text = CurrentPolicy.class.getResourceAsStream(SHIPPED)) {
            return Objects.requireNonNull(text).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the files that are read} */
    public List<Path> files() {
        return file == null ? List.of() : List.of(file);
    }

    /** {@return the policy that is in force} */
    public Policy get() {
        return policy;
    }

    /** {@return what the file came to when it was last read: the policy in force, or problems} */
    public PolicyReading last() {
        return last;
    }

    /** Tells of every policy that comes into force from now on. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Reads the file again. {@return what it came to; nothing where it says what it said before} */
    public synchronized Optional<PolicyReading> reload() {
        PolicyReading now = look(file);
        if (now.digest().equals(last.digest())) {
            return Optional.empty();
        }
        last = now;
        Policy better = now.policy();
        if (better != null) {
            policy = better;
            listeners.forEach(Runnable::run);
        }
        return Optional.of(now);
    }
}
