package org.callboard.plugin.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.api.ui.PluginPage;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.PluginPageContract;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

class DocsIndexTest implements PluginPageContract {

    private static final ViewRequest REQUEST = ViewRequest.of(TestCaller.named("Mara"));

    @Override
    public PluginPage extension() {
        return new DocsIndex(MemoryCatalog.of("""
                kind: Component
                metadata: {name: ledger, title: The ledger, annotations: {backstage.io/techdocs-ref: 'dir:.'}}
                spec: {owner: group:default/books}
                ---
                kind: API
                metadata: {name: ledger-api, annotations: {backstage.io/techdocs-entity: 'component:default/ledger'}}
                ---
                kind: Component
                metadata: {name: bare}
                """));
    }

    @Test
    void listsWhatHasDocumentation() {
        View view = extension().show(REQUEST);
        assertTrue(view.toString().contains("The ledger"), view.toString());
        assertTrue(view.toString().contains("ledger-api"), view.toString());
        assertFalse(view.toString().contains("bare"), view.toString());
    }

    @Test
    void saysHowToBegin() {
        View view = new DocsIndex(new MemoryCatalog()).show(REQUEST);
        assertTrue(view.toString().contains("backstage.io/techdocs-ref"), view.toString());
    }
}
