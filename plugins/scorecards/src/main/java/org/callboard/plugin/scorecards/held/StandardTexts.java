package org.callboard.plugin.scorecards.held;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.ingest.Provided;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Audit;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.source.SourceFiles;
import org.callboard.plugin.scorecards.fact.Descriptor;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.StandardText;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads and writes the texts of standards. */
@Component(service = StandardTexts.class)
public final class StandardTexts {

    /** What the portal says of entities that this plugin's provider gave. */
    private static final String OURS = "provider:scorecards/";

    private final Catalog catalog;
    private final SourceFiles files;
    private final HeldTexts held;
    private final Provided provided;
    private final Audit audit;
    private final JsonFormat json;

    /** Keeps them there. */
    @Activate
    public StandardTexts(
            @Reference Catalog catalog,
            @Reference SourceFiles files,
            @Reference HeldTexts held,
            @Reference Provided provided,
            @Reference Audit audit,
            @Reference JsonFormat json) {
        this.catalog = catalog;
        this.files = files;
        this.held = held;
        this.provided = provided;
        this.audit = audit;
        this.json = json;
    }

    Json.Obj source(Caller caller, EntityRef ref, @Nullable Integer wanted) {
        Entity entity = catalog.find(caller, ref)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no standard " + ref + "."));
        List<HeldTexts.Version> versions = isHeld(entity) ? held.of(ref.name()) : List.of();
        Optional<HeldTexts.Version> version = versions.stream()
                .filter(known -> wanted == null || known.version() == wanted)
                .findFirst();
        if (wanted != null && version.isEmpty()) {
            throw new PortalException(ProblemKind.NOT_FOUND, ref + " has no version " + wanted + ".");
        }
        boolean isEditable = isHeld(entity) && caller.may(new Permission(WriteStandards.NAME), entity);
        return Json.object()
                .put("text", version.map(HeldTexts.Version::content).orElseGet(() -> ofFile(caller, entity)))
                .put(
                        "version",
                        version.<Json>map(known -> Json.of(known.version())).orElse(Json.Null.NULL))
                .put(
                        "versions",
                        new Json.Arr(versions.stream().map(StandardTexts::json).toList()))
                .put("editable", isEditable ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("file", isHeld(entity) ? Json.Null.NULL : Json.of(Descriptor.place(entity)))
                .build();
    }

    private static Json json(HeldTexts.Version version) {
        return Json.object()
                .put("version", version.version())
                .put("time", version.written().toString())
                .put("by", version.writer())
                .build();
    }

    /** Whether the portal keeps it: what another source declares is that one's. */
    private boolean isHeld(Entity entity) {
        return Descriptor.location(entity).startsWith(OURS)
                && held.latest(entity.ref().name()).isPresent();
    }

    private String ofFile(Caller caller, Entity entity) {
        return Descriptor.text(caller, entity, files)
                .orElseGet(() -> text(entity.document().without("relations").without("status")));
    }

    private String text(Json.Obj document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            json.write(document, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    Json.Obj write(Caller caller, String name, String text) {
        EntityRef ref = new EntityRef(Standard.KIND, EntityRef.DEFAULT_NAMESPACE, name);
        StandardText read = StandardText.read(text);
        Standard standard = read.standard();
        Json.Obj document = read.document();
        if (document == null || standard == null || !read.slips().isEmpty()) {
            throw unusable(read.slips().get(0));
        }
        if (!standard.ref().equals(ref)) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The text is of " + standard.ref() + " and not of " + ref + ".",
                    "Write metadata.name: " + name + ", and no namespace.");
        }
        refuseOfFile(caller, ref);
        audit.record(caller, "scorecards.write", ref.toString());
        held.add(ref.name(), text, caller.getName());
        provided.put(HeldStandards.ID, document);
        return written(ref);
    }

    private static PortalException unusable(StandardText.Slip slip) {
        return new PortalException(
                ProblemKind.REFUSED,
                "The standard can't be used: line " + slip.line() + ", column " + slip.column() + ": " + slip.message(),
                slip.fix());
    }

    private Json.Obj written(EntityRef ref) {
        List<HeldTexts.Version> versions = held.of(ref.name());
        return Json.object()
                .put("ref", ref.toString())
                .put("version", versions.get(0).version())
                .put(
                        "versions",
                        new Json.Arr(versions.stream().map(StandardTexts::json).toList()))
                .build();
    }

    void remove(Caller caller, String name) {
        EntityRef ref = new EntityRef(Standard.KIND, EntityRef.DEFAULT_NAMESPACE, name);
        refuseOfFile(caller, ref);
        if (held.latest(ref.name()).isEmpty()) {
            throw new PortalException(ProblemKind.NOT_FOUND, "The portal keeps no " + ref + ".");
        }
        audit.record(caller, "scorecards.remove", ref.toString());
        held.add(ref.name(), null, caller.getName());
        provided.remove(HeldStandards.ID, ref);
    }

    private void refuseOfFile(Caller caller, EntityRef ref) {
        catalog.find(caller, ref).filter(entity -> !isHeld(entity)).ifPresent(entity -> {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    ref + " is declared by " + Descriptor.place(entity) + ", and can't be written here.",
                    "Change it there; the standard's page in the catalog says where that is.");
        });
    }
}
