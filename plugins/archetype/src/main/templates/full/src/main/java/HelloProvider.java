package ${package};

import java.time.Duration;
import org.callboard.api.ingest.EntityProvider;
import org.callboard.api.ingest.Provision;
import org.callboard.api.model.Json;
import org.callboard.api.task.Schedule;
import org.osgi.service.component.annotations.Component;

/** Brings an entity into the catalog that stands in no descriptor. */
@Component
public final class HelloProvider implements EntityProvider {

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void provide(Provision provision) {
        provision.add(Json.object()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Resource")
                .put("metadata", Json.object().put("name", "${artifactId}").build())
                .put("spec", Json.object().put("type", "plugin").put("owner", "${owner}").build())
                .build());
    }
}
