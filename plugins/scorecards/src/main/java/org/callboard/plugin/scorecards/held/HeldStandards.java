package org.callboard.plugin.scorecards.held;

import java.time.Duration;
import java.util.List;
import org.callboard.api.ingest.EntityProvider;
import org.callboard.api.ingest.Provision;
import org.callboard.api.model.Json;
import org.callboard.api.task.Schedule;
import org.callboard.plugin.scorecards.standard.StandardText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives the standards that stand in no file to the catalog, where they are like all others. */
@Component
public final class HeldStandards implements EntityProvider {

    static final String ID = "held-standards";

    private final HeldTexts texts;

    /** Gives these. */
    @Activate
    public HeldStandards(@Reference HeldTexts texts) {
        this.texts = texts;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Standards that stand in no file";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void provide(Provision provision) {
        List<HeldTexts.Version> all = texts.all();
        for (HeldTexts.Version version : all) {
            Json.Obj document =
                    StandardText.read(String.valueOf(version.content())).document();
            if (document != null) {
                provision.add(document);
            }
        }
        if (all.isEmpty()) {
            provision.none();
        }
    }
}
