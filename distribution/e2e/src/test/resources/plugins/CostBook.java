/** What teams have cost, month by month. */
@Component(service = CostBook.class)
public final class CostBook {

    private final Tables tables;

    @Activate
    public CostBook(@Reference Tables tables) {
        this.tables = tables;
    }

    /** {@return what a team has cost, the latest first} */
    public List<BigDecimal> of(String team) {
        return tables.query(
                "select amount from cost where team = ? order by id desc", row -> row.getBigDecimal("amount"), team);
    }

    /** Adds what a team has cost. */
    public void add(String team, BigDecimal amount) {
        tables.update("insert into cost (team, amount, seen) values (?, ?, ?)", team, amount, Instant.now());
    }

    /** Books an amount upon another team: both or neither. */
    public void move(String from, String to, BigDecimal amount) {
        tables.write(connection -> {
            String insert = "insert into cost (team, amount) values (?, ?)";
            return Rows.update(connection, insert, from, amount.negate()) + Rows.update(connection, insert, to, amount);
        });
    }
}
