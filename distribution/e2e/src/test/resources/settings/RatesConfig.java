import java.net.URI;
import java.time.Duration;
import org.callboard.api.config.*;

@PluginConfiguration
public record RatesConfig(
        @Setting("Where the exchange rates are") URI endpoint,
        @Setting(value = "The currency that everything is shown in", fallback = "EUR") String currency,
        @Setting(value = "How long a rate is kept", fallback = "10m") Duration kept,
        @Setting("The token of the rates' server") Secret token) {

    public RatesConfig {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be three capital letters, as ISO 4217 has them.");
        }
    }
}
