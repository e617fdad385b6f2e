package ${package};

import org.callboard.api.model.Entity;
import org.callboard.api.ui.EntityCard;
import org.callboard.testkit.EntityCardContract;
import org.callboard.testkit.MemoryCatalog;

/** The contract has the tests. */
class HelloCardTest implements EntityCardContract {

    @Override
    public EntityCard extension() {
        return new HelloCard();
    }

    @Override
    public Entity entity() {
        return MemoryCatalog.of("{kind: Component, metadata: {name: shop}, spec: {type: service}}")
                .entity("component:shop");
    }
}
