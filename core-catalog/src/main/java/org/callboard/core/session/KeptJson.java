package org.callboard.core.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.api.signin.Kept;

/** What the portal keeps for a provider, as it is stored once it is encrypted. */
public final class KeptJson {

    private KeptJson() {}

    /** {@return what is kept, by name} */
    public static Json.Obj of(Kept kept) {
        Json.Builder values = Json.object();
        kept.values().forEach(values::put);
        return values.build();
    }

    /** {@return what was kept} */
    public static Kept read(Json.Obj values) {
        Map<String, String> kept = new LinkedHashMap<>();
        values.fields()
                .keySet()
                .forEach(name -> kept.put(name, values.text(name).orElse("")));
        return new Kept(kept);
    }
}
