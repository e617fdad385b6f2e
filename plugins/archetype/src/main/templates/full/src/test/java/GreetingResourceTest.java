package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GreetingResourceTest {

    @Test
    void greetsByName() {
        assertEquals("Hello, Mara.", new GreetingResource().greet("Mara").text());
    }
}
