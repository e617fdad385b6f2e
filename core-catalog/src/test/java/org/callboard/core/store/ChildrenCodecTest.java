package org.callboard.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.LocationTarget.Presence;
import org.junit.jupiter.api.Test;

class ChildrenCodecTest {

    private final ChildrenCodec codec = new ChildrenCodec(new JsonCodec());

    @Test
    void keepsEverythingOfATarget() {
        List<LocationTarget> children = List.of(
                new LocationTarget("file", "/a.yaml", "file:/*.yaml", null),
                new LocationTarget(
                        "url",
                        "https://code.example/a.yaml",
                        "file:/*.yaml",
                        Set.of("api", "component"),
                        Presence.OPTIONAL,
                        EntityRef.parse("location:team/all"),
                        new SourcePosition("/a.yaml", 6, 11)));
        assertEquals(children, codec.decode(codec.encode(children)));
        assertEquals(List.of(), codec.decode(codec.encode(List.of())));
    }

    @Test
    void readsRowsThatSayLess() {
        String old = "[{\"type\":\"file\",\"target\":\"/a.yaml\",\"origin\":\"file:/\",\"kinds\":[\"api\"]}]";
        assertEquals(
                List.of(new LocationTarget("file", "/a.yaml", "file:/", Set.of("api"))),
                codec.decode(old.getBytes(StandardCharsets.UTF_8)));
    }
}
