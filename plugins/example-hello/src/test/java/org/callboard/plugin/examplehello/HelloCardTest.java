package org.callboard.plugin.examplehello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.callboard.api.model.Entity;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.testkit.EntityCardContract;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

class HelloCardTest implements EntityCardContract {

    @Override
    public EntityCard extension() {
        return new HelloCard();
    }

    @Override
    public Entity entity() {
        return MemoryCatalog.of("""
                        kind: Component
                        metadata: {name: web, title: The shop}
                        spec: {type: service, lifecycle: production}
                        """).entity("component:web");
    }

    @Test
    void greetsWhoeverAsks() {
        View shown = extension().show(entity(), ViewRequest.of(TestCaller.named("Mara")));
        assertEquals(
                new Block.Paragraph("Hello, Mara. This is The shop."),
                shown.blocks().get(0));
    }
}
