package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.edge.Address;
import org.callboard.core.edge.Buckets;
import org.callboard.core.edge.Rates;
import org.callboard.core.endpoint.TooOften;
import org.callboard.core.session.AccessToken;
import org.callboard.core.session.PortalCaller;

/**
 * Lets each caller ask so often, and each address from which somebody asks who is not signed in. What is asked on this
 * machine itself, and for nobody else, is not counted.
 */
final class Throttle {

    private static final int BURST_SECONDS = 20;
    private static final int MOST_SENDERS = 10_000;

    /** A token that is not known costs so much more than a request without any. */
    private static final int GUESS = 20;

    private static final String ACT = "access.limit";

    private final Rates rates;
    private final AuditLog audit;
    private final Buckets callers;
    private final Buckets addresses;
    private final LongAdder ofCallers = new LongAdder();
    private final LongAdder ofAddresses = new LongAdder();

    Throttle(Rates rates, AuditLog audit) {
        this.rates = rates;
        this.audit = audit;
        this.callers = new Buckets(rates.callerPerSecond(), BURST_SECONDS, MOST_SENDERS, System::nanoTime);
        this.addresses = new Buckets(rates.addressPerSecond(), BURST_SECONDS, MOST_SENDERS, System::nanoTime);
    }

    /** Counts a request of somebody who is signed in. */
    void known(PortalCaller caller, HttpServletRequest request) {
        if (ForwardedRequests.isFromHere(request)) {
            return;
        }
        AccessToken token = caller.token();
        long wait = callers.take(token == null ? caller.getName() : token.hash(), 1);
        if (wait > 0) {
            ofCallers.increment();
            tell(caller.toString(), "more than " + rates.callerPerSecond() + " requests a second", request);
            throw tooOften(wait);
        }
    }

    /** Counts a request of somebody who is not known. */
    void unknown(HttpServletRequest request) {
        unknown(request, 1);
    }

    /** Counts a request that came with a token of nobody's. */
    void guessed(HttpServletRequest request) {
        unknown(request, GUESS);
    }

    private void unknown(HttpServletRequest request, int cost) {
        if (ForwardedRequests.isFromHere(request)) {
            return;
        }
        String address = request.getRemoteAddr();
        long wait = addresses.take(Address.network(address), cost);
        if (wait > 0) {
            ofAddresses.increment();
            String why =
                    "more than " + rates.addressPerSecond() + " requests a second, or tokens tried, from " + address;
            tell(Denials.NOBODY, why, request);
            throw tooOften(wait);
        }
    }

    /** Lets a request that was counted, and turned out to be an attempt to sign in that failed, cost as much as a wrong token. */
    void failed(HttpServletRequest request) {
        if (!ForwardedRequests.isFromHere(request)) {
            addresses.charge(Address.network(request.getRemoteAddr()), GUESS - 1);
        }
    }

    private void tell(String caller, String why, HttpServletRequest request) {
        audit.refused(caller, ACT, ACT, request.getMethod() + " " + request.getRequestURI(), why);
    }

    private static PortalException tooOften(long wait) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(wait) + 1;
        return new PortalException(
                ProblemKind.UNAVAILABLE,
                "There were too many requests.",
                "Wait for " + seconds
                        + " s, as the header Retry-After says; server.limits decides how many there may be.",
                new TooOften(seconds));
    }

    /** {@return how many requests of callers were refused} */
    long ofCallers() {
        return ofCallers.sum();
    }

    /** {@return how many requests of those who are not signed in were refused} */
    long ofAddresses() {
        return ofAddresses.sum();
    }
}
