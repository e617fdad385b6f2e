package org.callboard.core.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.JarSigner;
import org.callboard.api.plugins.Plan;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginInfo.Candidate;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.core.supervision.PluginDesk.Act;
import org.callboard.core.supervision.PluginDesk.Outlook;
import org.jspecify.annotations.Nullable;

/** Plugins and plans as the API answers them. */
final class PluginJson {

    private PluginJson() {}

    static Json.Obj of(PluginInfo plugin) {
        return Json.object()
                .put("id", plugin.id())
                .put("version", plugin.version())
                .put("title", plugin.title())
                .put("owner", orNull(plugin.owner()))
                .put("state", plugin.state().name())
                .put("since", plugin.since().toString())
                .put("digest", plugin.digest())
                .put("signedBy", of(plugin.signedBy()))
                .put("mandatory", plugin.role() == PluginInfo.Role.MANDATORY ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("diagnosis", of(plugin.diagnosis()))
                .put("candidate", of(plugin.candidate()))
                .put("previous", previous(plugin))
                .put("contributes", of(plugin.contributes()))
                .put("load", LoadJson.of(plugin.load()))
                .put("leftovers", Json.ofTexts(plugin.leftovers()))
                .build();
    }

    static Json.Obj of(Plan plan) {
        return Json.object()
                .put("action", plan.action().name().toLowerCase(Locale.ROOT))
                .put("id", plan.id())
                .put("from", orNull(plan.from()))
                .put("to", orNull(plan.to()))
                .put("signedBy", of(plan.signedBy()))
                .put("stops", Json.ofTexts(plan.stops()))
                .put("starts", Json.ofTexts(plan.starts()))
                .put("adds", of(plan.adds()))
                .put("changes", of(plan.changes()))
                .put("removes", of(plan.removes()))
                .put("asks", needs(plan.asks()))
                .put("diagnosis", of(plan.diagnosis()))
                .put("token", plan.token())
                .build();
    }

    /** {@return a plugin with what may become of it} */
    static Json.Obj with(Json.Obj plugin, Outlook outlook) {
        Instant probation = outlook.probation();
        return plugin.with("probation", probation == null ? Json.Null.NULL : Json.of(probation.toString()))
                .with("usedBy", Json.ofTexts(outlook.usedBy()))
                .with("tables", Json.ofTexts(outlook.tables()));
    }

    static Json.Arr of(Set<Act> acts) {
        return Json.ofTexts(
                acts.stream().map(act -> act.name().toLowerCase(Locale.ROOT)).toList());
    }

    static Json.Arr needs(List<Need> needs) {
        return new Json.Arr(needs.stream()
                .<Json>map(need -> Json.object()
                        .put("kind", need.kind())
                        .put("name", need.name())
                        .put("note", need.note())
                        .build())
                .toList());
    }

    private static Json.Arr previous(PluginInfo plugin) {
        return new Json.Arr(plugin.previous().stream()
                .<Json>map(former -> Json.object()
                        .put("version", former.version())
                        .put("digest", former.digest())
                        .build())
                .toList());
    }

    private static Json of(@Nullable JarSigner signer) {
        return signer == null
                ? Json.Null.NULL
                : Json.object()
                        .put("subject", signer.subject())
                        .put("certificate", signer.certificate())
                        .build();
    }

    private static Json of(@Nullable Candidate candidate) {
        return candidate == null
                ? Json.Null.NULL
                : Json.object()
                        .put("version", candidate.version())
                        .put("digest", candidate.digest())
                        .put("state", candidate.state().name())
                        .put("diagnosis", of(candidate.diagnosis()))
                        .build();
    }

    static Json of(@Nullable Diagnosis diagnosis) {
        return diagnosis == null
                ? Json.Null.NULL
                : Json.object()
                        .put("summary", diagnosis.summary())
                        .put("cause", diagnosis.cause())
                        .put("fix", diagnosis.fix())
                        .build();
    }

    static Json.Arr of(List<Contribution> contributions) {
        return new Json.Arr(contributions.stream()
                .<Json>map(extension -> Json.object()
                        .put("point", extension.point())
                        .put("id", extension.id())
                        .put("title", extension.title())
                        .build())
                .toList());
    }

    private static Json orNull(@Nullable String text) {
        return text == null ? Json.Null.NULL : Json.of(text);
    }
}
