package org.callboard.plugin.examplecost;

import org.callboard.api.ui.CatalogFacet;
import org.osgi.service.component.annotations.Component;

/** Lets readers narrow the catalog down by who pays. */
@Component
public final class CostCenterFacet implements CatalogFacet {

    @Override
    public String title() {
        return "Cost center";
    }

    @Override
    public String path() {
        return "metadata.labels.example.com/cost-center";
    }
}
