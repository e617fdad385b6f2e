package org.callboard.core;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callboard.core.db.Database;
import org.callboard.core.http.PlacesInUse;
import org.callboard.core.http.PortalHealth;
import org.callboard.core.storage.TableAccess;
import org.callboard.core.task.TaskLoop;

/** Gathers how things stand with the portal from the parts that know. */
record HealthReport(Database database, CatalogEngine catalog, TaskLoop tasks, TableAccess tables) {

    PortalHealth of(String version, int tableConnections, ConfigurationInForce configuration) {
        return new PortalHealth(
                version,
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                database::state,
                catalog::indexState,
                catalog::sourcesState,
                configuration::all,
                places(tableConnections));
    }

    private List<PlacesInUse> places(int tableConnections) {
        List<PlacesInUse> places = new ArrayList<>(catalog.places());
        places.add(new PlacesInUse("tasks", "Tasks that run", tasks::running, TaskLoop.most(), () -> 0));
        places.add(new PlacesInUse(
                "database",
                "Connections to the database",
                () -> database.state().used(),
                database.state().limit(),
                () -> database.state().waiting()));
        places.add(new PlacesInUse(
                "plugin-tables", "Connections to plugins' tables", tables::used, tableConnections, tables::waiting));
        return places;
    }
}
