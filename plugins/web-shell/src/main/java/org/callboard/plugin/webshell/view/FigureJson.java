package org.callboard.plugin.webshell.view;

import java.util.List;
import java.util.Locale;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Chart;
import org.callboard.api.ui.Metric;

/** Figures and charts as the page reads them. */
final class FigureJson {

    private static final int MOST_STEPS = 400;
    private static final int MOST_SERIES = 8;

    private FigureJson() {}

    static Json of(Metric metric) {
        Limits.atMost(MOST_STEPS, metric.trend(), "values in the trend of '" + metric.label() + "'");
        return ViewJson.kind("metric")
                .put("label", metric.label())
                .put("value", ValueJson.of(metric.value()))
                .put("delta", ViewJson.unlessEmpty(metric.delta()))
                .put("trend", numbers(metric.trend()))
                .build();
    }

    static Json of(Chart chart) {
        String called = " in the chart '" + chart.label() + "'";
        Limits.atMost(MOST_STEPS, chart.steps(), "steps" + called);
        Limits.atMost(chart.type() == Chart.Type.RING ? 1 : MOST_SERIES, chart.series(), "series" + called);
        for (Chart.Series series : chart.series()) {
            if (series.values().size() != chart.steps().size()) {
                throw new FaultyViewException(
                        "the series '" + series.label() + "'" + called + " has "
                                + series.values().size() + " figures for "
                                + chart.steps().size() + " steps",
                        "Give each step a figure, Double.NaN where there is none.");
            }
        }
        return ViewJson.kind("chart")
                .put("type", chart.type().name().toLowerCase(Locale.ROOT))
                .put("label", chart.label())
                .put("steps", ViewJson.array(chart.steps(), ValueJson::of))
                .put("series", ViewJson.array(chart.series(), FigureJson::series))
                .put("unit", ViewJson.unlessEmpty(chart.unit()))
                .build();
    }

    private static Json series(Chart.Series series) {
        return Json.object()
                .put("label", series.label())
                .put("values", numbers(series.values()))
                .build();
    }

    private static Json numbers(List<Double> figures) {
        return ViewJson.array(figures, ValueJson::number);
    }
}
