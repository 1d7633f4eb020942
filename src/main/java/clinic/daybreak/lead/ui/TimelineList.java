package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Icons;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.TimelineItem;
import clinic.daybreak.lead.TimelineKind;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The history of a lead, newest first; what Daybreak did by itself says why. */
class TimelineList extends OrderedList {

    TimelineList(List<TimelineItem> items, ZoneId zone) {
        addClassName("timeline");
        items.forEach(item -> add(entry(item, zone)));
    }

    private static ListItem entry(TimelineItem item, ZoneId zone) {
        var summary = new Span(item.summary());
        summary.addClassName("timeline-summary");
        var time = new Span(Times.clock(item.at(), zone));
        time.addClassName("timeline-time");
        time.setTitle(Times.exact(item.at(), zone));
        var by = new Span(item.actor() == null ? "Daybreak" : item.actor());
        by.addClassName("timeline-actor");
        var head = new Div(summary, by, time);
        head.addClassName("timeline-head");
        var content = new Div(head);
        content.addClassName("timeline-content");
        if (item.reason() != null) {
            var reason = new Span(item.reason());
            reason.addClassName("timeline-reason");
            content.add(reason);
        }
        if (item.body() != null && !item.body().isBlank()) {
            var body = new Div(item.body());
            body.addClassName("timeline-body");
            content.add(body);
        }
        var entry = new ListItem(Icons.of(icon(item.kind())), content);
        entry.addClassName("timeline-" + item.kind().name().toLowerCase(Locale.ROOT));
        return entry;
    }

    private static String icon(TimelineKind kind) {
        return switch (kind) {
            case ENQUIRY, TOUCH -> "inbox";
            case ATTEMPT -> "phone";
            case NOTE, TASK -> "note";
            case STAGE -> "arrow";
            case PLAN -> "today";
            case ASSIGNMENT, AUTHORIZATION, FACTS -> "person";
            case MAIL -> "mail";
            case CRISIS -> "alert";
            case MERGE -> "merge";
        };
    }
}
