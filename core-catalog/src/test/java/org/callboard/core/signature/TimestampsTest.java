package org.callboard.core.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.CodeSigner;
import java.security.Timestamp;
import java.security.cert.TrustAnchor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimestampsTest {

    private static final TestKey SIGNER = TestKey.make("Signer");
    private static final TestKey AUTHORITY = TestKey.make("Time", "-ext", "bc:c", "-ext", "eku:critical=timeStamping");
    private static final TestKey OTHER = TestKey.make("Web", "-ext", "eku=serverAuth");
    private final Instant now = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

    private static Optional<Instant> time(Instant moment, TestKey authority, TestKey... roots) {
        Timestamps timestamps = new Timestamps(() -> Arrays.stream(roots)
                .map(root -> new TrustAnchor(root.certificate(), null))
                .collect(Collectors.toSet()));
        return timestamps.of(new CodeSigner(SIGNER.path(), new Timestamp(Date.from(moment), authority.path())));
    }

    @Test
    void believesAnAuthorityThatIsTrustedToTellTheTime() {
        assertEquals(Optional.of(now), time(now, AUTHORITY, AUTHORITY));
    }

    @Test
    void believesNobodyElse() {
        assertEquals(Optional.empty(), time(now, AUTHORITY), "no roots");
        assertEquals(Optional.empty(), time(now, AUTHORITY, SIGNER), "an authority of the signer's own");
        assertEquals(Optional.empty(), time(now, OTHER, OTHER), "a certificate for another use");
        assertEquals(
                Optional.empty(),
                new Timestamps(Set::of).of(new CodeSigner(SIGNER.path(), null)),
                "a signature without a timestamp");
    }

    @Test
    void believesNoAuthorityOutOfItsTime() {
        assertEquals(Optional.empty(), time(now.minus(400, ChronoUnit.DAYS), AUTHORITY, AUTHORITY));
    }

    @Test
    void knowsTheRootsOfThisJava() {
        assertEquals(false, Timestamps.platformRoots().isEmpty());
    }
}
