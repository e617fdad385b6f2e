package org.callboard.e2e;

/** A plugin that shows every block there is, in pages, a tab and cards, and whose buttons and forms do something. */
final class GalleryPlugin {

    static final String ID = "e2e-gallery";

    private static final String PAGE = """
            @Component
            public final class GalleryPage implements PluginPage {
                private final Counter counter;
                private final Views views;
                @Activate public GalleryPage(@Reference Counter counter, @Reference Views views) {
                    this.counter = counter;
                    this.views = views;
                }
                @Override public String title() { return "Gallery"; }
                @Override public PagePlace place() { return PagePlace.FRONT.icon(Icon.CHART).order(1); }
                @Override public View show(ViewRequest request) {
                    return View.empty().status(Status.WARN)
                            .text("Everything that a page can show. Pressed so far: " + counter.count.get())
                            .with(new Block.Columns(List.of(
                                    List.of(Metric.of("This month", Value.money(new java.math.BigDecimal("11018"), "EUR"))
                                            .delta("6 % less").trend(List.of(3.0, 2.0, 5.0, 4.0))),
                                    List.of(new Block.KeyValues(List.of(
                                            new Block.KeyValues.Pair("Owner", Value.of(EntityRef.parse("group:default/orders"))),
                                            new Block.KeyValues.Pair("Used", new Value.Percent(0.734)),
                                            new Block.KeyValues.Pair("Stored", new Value.Bytes(734003200L)),
                                            new Block.KeyValues.Pair("Tag", new Value.Tag("cloud"))))),
                                    List.of(new Block.StatusList(List.of(
                                            new Block.StatusList.Row("Prices", Status.OK, "read at night", null),
                                            new Block.StatusList.Row("Invoices", Status.ERROR, "one is missing", null)))))))
                            .with(Charts.all())
                            .with(Services.table("services", request.table("services")))
                            .with(new Block.Columns(List.of(
                                    List.of(new Block.Timeline(List.of(
                                            new Block.Timeline.Moment(java.time.Instant.now().minusSeconds(600), Status.OK,
                                                    Value.of("Budget raised"), "After the review."),
                                            new Block.Timeline.Moment(java.time.Instant.now().minusSeconds(90000), Status.ERROR,
                                                    Value.page("Reading prices failed", "/e2e-gallery/regions/eu"), "")))),
                                    List.of(new Block.Links(List.of(
                                            new Block.Links.Link("Price list", java.net.URI.create("https://example.com/prices"), "PDF"))),
                                            new Block.Code("yaml", "budget: 12500")))))
                            .markdown("## How costs are shared\\n\\nEach team pays for what it **runs**. <b>No HTML</b>.")
                            .with(new Block.Tabs(List.of(
                                    new Block.Tabs.Tab("Change", List.of(Budgets.form(counter))),
                                    new Block.Tabs.Tab("Nothing", List.of(new Block.Empty("No budget yet", "Make one."))))))
                            .button(Button.of("count", "Count", this::count).style(Button.Style.PRIMARY))
                            .button(Button.of("fail", "Fail", () -> Outcome.failed("The bank does not answer.")))
                            .button(Button.of("leave", "Go to Europe",
                                    () -> Outcome.done("Here is Europe").goTo("/e2e-gallery/regions/eu")))
                            .button(Button.of("reset", "Begin anew", this::reset).style(Button.Style.DANGER)
                                    .confirm("Begin to count anew?"));
                }
                private Outcome count() {
                    int now = counter.count.incrementAndGet();
                    views.changed(id());
                    return Outcome.done("That makes " + now);
                }
                private Outcome reset() {
                    counter.count.set(0);
                    return Outcome.done("Back to nothing");
                }
            }
            """;

    private static final String CHARTS = """
            final class Charts {
                static Block all() {
                    List<Value> months = new ArrayList<>();
                    List<Double> planned = new ArrayList<>();
                    List<Double> actual = new ArrayList<>();
                    for (int month = 1; month <= 12; month++) {
                        months.add(Value.of(java.time.Instant.parse("2026-%02d-02T12:00:00Z".formatted(month))));
                        planned.add(4000.0 + 100 * month);
                        actual.add(month == 7 ? Double.NaN : 3900 + 150 * month - 40.0 * (month % 3));
                    }
                    List<Value> teams = List.of(Value.of("Orders"), Value.of("Search"), Value.of("Identity"));
                    return new Block.Columns(List.of(
                            List.of(two(Chart.Type.LINE, "Cost as lines", months, planned, actual),
                                    two(Chart.Type.AREA, "Cost as areas", months, planned, actual)),
                            List.of(two(Chart.Type.BAR, "Cost as bars", months, planned, actual),
                                    Chart.of(Chart.Type.RING, "Cost by team", teams)
                                            .series("Cost", List.of(4200.0, 1800.0, 1200.0)).unit("EUR"))));
                }
                private static Chart two(Chart.Type type, String label, List<Value> steps, List<Double> one, List<Double> other) {
                    return Chart.of(type, label, steps).series("Planned", one).series("Actual", other).unit("EUR");
                }
            }
            """;

    private static final String SERVICES = """
            final class Services {
                static Table table(String id, TablePage page) {
                    List<Integer> numbers = new ArrayList<>();
                    for (int number = 1; number <= 45; number++) {
                        numbers.add(number);
                    }
                    Comparator<Integer> order = page.sort().equals("cost")
                            ? Comparator.comparing(Services::cost) : Comparator.naturalOrder();
                    numbers.sort(page.direction() == TablePage.Direction.DESCENDING ? order.reversed() : order);
                    return Table.of(id, Table.Column.of("name", "Service").sortable(),
                                    Table.Column.number("cost", "Cost").sortable(), Table.Column.of("state", "State"))
                            .rows(page.cut(numbers), number -> List.of(
                                    Value.page("service-" + number, "/e2e-gallery/regions/r" + number),
                                    Value.of(cost(number)), new Value.State(Status.OK, "within budget")))
                            .page(page, numbers.size());
                }
                private static long cost(int number) {
                    return number * 37L % 101;
                }
            }
            """;

    private static final String BUDGETS = """
            final class Budgets {
                static Form form(Counter counter) {
                    return Form.of("budget", "Save the budget", values -> save(counter, values)).title("Change the budget")
                            .input(Input.text("name", "Name").required().pattern("[a-z]+").help("Lower-case letters."))
                            .input(Input.number("amount", "Amount").required().initial("500").between(1, 1000))
                            .input(Input.entity("owner", "Owner", "group").required())
                            .input(Input.choice("region", "Region", List.of("eu", "us")).required())
                            .input(Input.of(Input.Kind.CHOICES, "tell", "Tell whom").options(List.of(
                                    new Input.Option("owner", "The owner"), new Input.Option("finance", "Finance"))))
                            .input(Input.date("start", "Valid from").initial("2026-12-01"))
                            .input(Input.lines("why", "Reason"))
                            .input(Input.secret("token", "Token"))
                            .input(Input.check("agreed", "Finance has agreed").required());
                }
                private static Outcome save(Counter counter, Values values) {
                    if (values.text("name").equals("taken")) {
                        return Outcome.faulty("name", "There is a budget of this name.");
                    }
                    counter.count.addAndGet(values.number("amount").orElseThrow().intValue());
                    return Outcome.done("Saved " + values.text("name") + " of " + values.entity("owner").orElseThrow()
                            + " for " + values.text("region") + " " + values.texts("tell") + " from "
                            + values.date("start").orElseThrow() + values.isChecked("agreed"));
                }
            }
            """;

    private static final String REGION = """
            @Component
            public final class RegionPage implements PluginPage {
                @Override public String title() { return "Region"; }
                @Override public PagePlace place() { return PagePlace.at("regions/{region}"); }
                @Override public View show(ViewRequest request) {
                    String region = request.parameter("region").orElseThrow();
                    if (region.equals("atlantis")) {
                        throw new org.callboard.api.problem.PortalException(
                                org.callboard.api.problem.ProblemKind.NOT_FOUND, "There is no region " + region + ".");
                    }
                    return View.empty().title("Region " + region).text("Year " + request.parameter("year").orElse("none"));
                }
            }
            """;

    private static final String SMALL = """
            @Component(service = Counter.class)
            public final class Counter {
                final java.util.concurrent.atomic.AtomicInteger count = new java.util.concurrent.atomic.AtomicInteger();
            }
            """;

    private static final String TAB = """
            @Component
            public final class CostTab implements EntityTab {
                @Override public String title() { return "Costs"; }
                @Override public CardPlace place() { return CardPlace.EVERYWHERE.kinds("Component"); }
                @Override public View show(Entity entity, ViewRequest request) {
                    return View.empty().text("Costs of " + entity.ref())
                            .with(Services.table("parts", request.table("parts")));
                }
            }
            """;

    private static final String CARD = """
            @Component
            public final class CostCard implements HomeCard {
                private final Counter counter;
                @Activate public CostCard(@Reference Counter counter) { this.counter = counter; }
                @Override public String title() { return "Cost at a glance"; }
                @Override public View show(ViewRequest request) {
                    return View.empty().metric("Pressed", Value.of(counter.count.get()))
                            .with(Services.table("few", request.table("few")))
                            .button(Button.of("more", "More", () -> Outcome.done("Now " + counter.count.incrementAndGet())));
                }
            }
            """;

    private GalleryPlugin() {}

    static byte[] jar() {
        return PluginJar.of(ID, "1.0.0")
                .with("GalleryPage", PAGE)
                .with("Charts", CHARTS)
                .with("Services", SERVICES)
                .with("Budgets", BUDGETS)
                .with("RegionPage", REGION)
                .with("Counter", SMALL)
                .with("CostTab", TAB)
                .with("CostCard", CARD)
                .build();
    }
}
