package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** Answers a second and their latencies, each beside what a bare Jetty does with the same bytes. */
final class HttpBench {

    private static final int QUERY_PAGE = 20;

    private final Settings settings;
    private final List<HttpFigure> figures;

    HttpBench(Settings settings) {
        this.settings = settings;
        this.figures = HttpFigure.all(Population.of(settings.entities()));
    }

    void measure(Portal portal, Table table) throws IOException, InterruptedException, ExecutionException {
        Path bodies = Files.createDirectories(settings.work().resolve("bodies"));
        for (int i = 0; i < figures.size(); i++) {
            Files.write(
                    bodies.resolve("body-" + i),
                    portal.body(figures.get(i).calls().get(0)));
        }
        long entitySize = Files.size(bodies.resolve("body-0")) / QUERY_PAGE;
        List<String> command = BareCommand.of(
                settings, BareServer.class, bodies, Integer.toString(settings.entities()), Long.toString(entitySize));
        try (ServerProcess bare = new ServerProcess(command, settings.work().resolve("bare.log"), settings.work())) {
            // the client has to be warm, too, or the first figure is the client's
            double unused = perSecond(load(bare.port(), "", List.of(Call.get("/body-0"))));
            for (int i = 0; i < figures.size(); i++) {
                double reached = measure(figures.get(i), portal, table);
                double limit = perSecond(load(bare.port(), "", List.of(Call.get("/body-" + i))));
                table.beside("the same bytes by a bare Jetty handler", limit(limit, reached));
                if (i == 0) {
                    double lucene = perSecond(load(bare.port(), "", List.of(Call.get("/lucene"))));
                    table.beside("the same query on a bare Lucene index behind it", limit(lucene, reached));
                }
            }
        }
        openLoop(portal, table);
    }

    private double measure(HttpFigure figure, Portal portal, Table table)
            throws IOException, InterruptedException, ExecutionException {
        Load load = load(portal.port(), portal.token(), figure.calls());
        Samples samples = load.run(Pace.closedLoop());
        double reached = perSecond(samples);
        String failure = samples.failure();
        table.row(
                figure.name() + String.format(Locale.ROOT, " (%.1f KB)", load.meanLength() / 1000.0),
                failure == null ? rate(reached) + ", " + samples.latencies() : failure,
                figure.mustReach(),
                figure.backstage());
        System.out.println(figure.name() + ": " + rate(reached));
        return reached;
    }

    private static String limit(double limit, double reached) {
        return rate(limit) + String.format(Locale.ROOT, ", of which the portal reaches %.0f%%", 100 * reached / limit);
    }

    private void openLoop(Portal portal, Table table) throws IOException, InterruptedException, ExecutionException {
        HttpFigure figure = figures.get(0);
        Load load = load(portal.port(), portal.token(), figure.calls());
        Samples samples = load.run(Pace.openLoop(settings.rate(), settings.connections(), System.nanoTime()));
        table.row(
                figure.name() + ", at " + settings.rate() + "/s",
                samples.failure() == null ? samples.latencies() : samples.failure(),
                "",
                "");
    }

    private Load load(int port, String token, List<Call> calls) throws IOException {
        return new Load(settings, port, token, calls);
    }

    private double perSecond(Load load) throws InterruptedException, ExecutionException {
        return perSecond(load.run(Pace.closedLoop()));
    }

    private double perSecond(Samples samples) {
        return samples.count() / StartBench.seconds(settings.measured());
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond).replace(',', ' ');
    }
}
