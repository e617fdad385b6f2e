@Component
public final class Runbooks implements SearchDocuments {

    private static final EntityRef SERVICE = EntityRef.parse("component:default/booking-service");

    @Override
    public List<SearchCollection> collections(Caller caller) {
        return List.of(SearchCollection.of(SERVICE, "1"));
    }

    @Override
    public Stream<SearchDocument> read(SearchCollection collection, Caller caller) {
        return Stream.of(
                new SearchDocument(
                        "Runbook of booking",
                        "When the queue is full",
                        "Stop the intake at the turnstile, and drain what waits.",
                        "/e2e-runbooks/booking#queue"),
                new SearchDocument(
                        "Runbook of booking", "At night", "Nobody is woken for a slow report.", "/e2e-runbooks/booking#night"));
    }
}
