package org.callboard.plugin.examplecost;

import org.callboard.api.ui.CatalogFacet;
import org.callboard.testkit.CatalogFacetContract;

final class CostCenterFacetTest implements CatalogFacetContract {

    @Override
    public CatalogFacet extension() {
        return new CostCenterFacet();
    }
}
