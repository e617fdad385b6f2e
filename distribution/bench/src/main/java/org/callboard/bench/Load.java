package org.callboard.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Puts one server under load. Each call is made once beforehand; from then on, an answer of another status or length is a
 * failure.
 */
final class Load {

    private final int port;
    private final int connections;
    private final Duration warmup;
    private final Duration measured;
    private final List<byte[]> requests = new ArrayList<>();
    private final List<HttpConnection.Answer> expected = new ArrayList<>();

    Load(Settings settings, int port, String token, List<Call> calls) throws IOException {
        this.port = port;
        this.connections = settings.connections();
        this.warmup = settings.warmup();
        this.measured = settings.measured();
        try (HttpConnection connection = new HttpConnection(port)) {
            for (Call call : calls) {
                byte[] request = call.bytes(port, token);
                HttpConnection.Answer answer = connection.exchange(request);
                if (answer.status() != 200 || answer.length() < 2) {
                    throw new IOException(call.path() + " answered " + answer);
                }
                requests.add(request);
                expected.add(answer);
            }
        }
    }

    /** {@return the mean length of the bodies} */
    long meanLength() {
        return (long) expected.stream()
                .mapToLong(HttpConnection.Answer::length)
                .average()
                .orElse(0);
    }

    /** Runs the warm-up and the measurement. */
    Samples run(Pace pace) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        ExecutorService workers = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Samples>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int worker = i;
                running.add(workers.submit(() -> work(worker, pace, start)));
            }
            List<Samples> parts = new ArrayList<>();
            for (Future<Samples> part : running) {
                parts.add(part.get());
            }
            return Samples.merge(parts);
        } finally {
            workers.shutdownNow();
        }
    }

    private Samples work(int worker, Pace pace, long start) throws IOException {
        Samples samples = new Samples();
        long from = start + warmup.toNanos();
        long until = from + measured.toNanos();
        try (HttpConnection connection = new HttpConnection(port)) {
            long made = 0;
            long begin = pace.await(worker, made);
            while (begin < until) {
                int call = (int) ((worker + made) % requests.size());
                HttpConnection.Answer answer = connection.exchange(requests.get(call));
                if (!answer.equals(expected.get(call))) {
                    samples.fail(answer + " in place of " + expected.get(call));
                }
                if (begin >= from) {
                    samples.add(System.nanoTime() - begin);
                }
                begin = pace.await(worker, ++made);
            }
        }
        return samples;
    }
}
