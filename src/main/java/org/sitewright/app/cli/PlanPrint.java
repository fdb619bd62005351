package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sitewright.publish.PlannedFile;
import org.sitewright.publish.PublishPlan;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What publishing would change, on paper.
final class PlanPrint {
    private PlanPrint() {}

    static ObjectNode json(PublishPlan plan) {
        ObjectNode object = Json.object().put("toSend", plan.toSend()).put("bytesToSend", plan.bytesToSend());
        ArrayNode files = object.putArray("files");
        for (PlannedFile file : plan.files()) {
            files.addObject()
                    .put("path", file.path())
                    .put("change", JsonObject.word(file.change()))
                    .put("bytes", file.bytes())
                    .put("reason", file.reason());
        }
        return object;
    }

    static List<String> lines(PublishPlan plan) {
        List<String> lines = new ArrayList<>();
        for (PlannedFile file : plan.files()) {
            if (file.change() != PlannedFile.Change.UNCHANGED) {
                lines.add(JsonObject.word(file.change()) + "  " + file.path() + "  " + file.reason());
            }
        }
        lines.add(String.format(Locale.ROOT, "%d files to send, %,d bytes.", plan.toSend(), plan.bytesToSend()));
        return lines;
    }

    static Map<String, String> pageNames(Site site) {
        Map<String, String> names = new HashMap<>();
        for (Page page : site.pages()) {
            names.put(site.isHome(page.id()) ? "index.html" : page.slug() + "/index.html", page.name());
        }
        return names;
    }
}
