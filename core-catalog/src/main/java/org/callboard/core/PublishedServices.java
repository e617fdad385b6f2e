package org.callboard.core;

import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Locations;
import org.callboard.api.extension.Extensions;
import org.callboard.api.ingest.Provided;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.search.Search;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.storage.Tables;
import org.callboard.api.task.Tasks;
import org.callboard.api.ui.Views;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.http.ViewChanges;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.SeenExtensions;
import org.callboard.core.settings.PluginSettings;
import org.callboard.core.storage.TableAccess;
import org.osgi.framework.BundleContext;

/** What plugins get by {@code @Reference}. The framework takes it back when the core stops. */
final class PublishedServices {

    private final BundleContext context;

    PublishedServices(BundleContext context) {
        this.context = context;
    }

    /** Those that are the same for all plugins. */
    void shared(CatalogEngine catalog, Plugins plugins, Tasks tasks, ActiveRevisions active) {
        CatalogEngine.Services services = catalog.services();
        context.registerService(Catalog.class, services.catalog(), null);
        context.registerService(Ingest.class, services.ingest(), null);
        context.registerService(Locations.class, services.locations(), null);
        context.registerService(SourceFiles.class, catalog.files(), null);
        context.registerService(Search.class, catalog.search(), null);
        context.registerService(Plugins.class, plugins, null);
        context.registerService(Tasks.class, tasks, null);
        context.registerService(Extensions.class, new SeenExtensions(active), null);
        context.registerService(JsonFormat.class, new JsonCodec(), null);
        context.registerService(Provided.class, new ProvidedServices(active, catalog.provided(), catalog::wake), null);
    }

    /** Those of which each plugin has its own. */
    void own(PluginSettings settings, TableAccess tables, AuditLog audit, ViewChanges changes) {
        new PluginServices.Audits(audit).offerIn(context);
        new PluginServices.Configurations(settings).offerIn(context);
        new PluginServices.WebClients(settings).offerIn(context);
        context.registerService(Tables.class, new TablesOfPlugins(tables), null);
        context.registerService(Views.class, new PluginViews(changes), null);
    }
}
