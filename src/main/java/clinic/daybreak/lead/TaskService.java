package clinic.daybreak.lead;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffId;
import clinic.daybreak.staff.StaffService;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What colleagues are to do for a lead, beside the next step that its stage asks for. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional
public class TaskService {

    /** Characters of what is to be done. */
    public static final int TITLE_LENGTH = 200;

    private static final int LIMIT = 100;

    private final VisibleLeads leads;
    private final TaskRepository tasks;
    private final TaskSearch search;
    private final LeadHistory history;
    private final LocationService locations;
    private final StaffService staff;
    private final LeadContext context;

    TaskService(
            VisibleLeads leads,
            TaskRepository tasks,
            TaskSearch search,
            LeadHistory history,
            LocationService locations,
            StaffService staff,
            LeadContext context) {
        this.leads = leads;
        this.tasks = tasks;
        this.search = search;
        this.history = history;
        this.locations = locations;
        this.staff = staff;
        this.context = context;
    }

    /** Of the lead and its parts. */
    @Transactional(readOnly = true)
    public LeadTasks get(LeadId id) {
        var lead = leads.find(id);
        return new LeadTasks(
                search.list(leads.parts(lead), LIMIT),
                locations.get(lead.location()),
                staff.listColleagues(Set.of(lead.location())));
    }

    public void add(LeadId id, NewTask wanted) {
        var title = wanted.title().strip();
        if (title.isEmpty() || title.length() > TITLE_LENGTH) {
            throw new RefusedException("Say what is to be done, in at most 200 characters.");
        }
        var lead = leads.find(id);
        var assignee = staff.listColleagues(Set.of(lead.location())).stream()
                .filter(colleague -> colleague.id().equals(wanted.assignee()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "This colleague does not work for this location. Choose a colleague who does."));
        tasks.saveAndFlush(new LeadTask(lead.id(), title, wanted.dueAt(), assignee.id(), me(), context.now()));
        record(lead, "Task given", "Task for " + assignee.fullName(), title);
    }

    /** @param seen the version that the screen showed */
    public void complete(TaskId id, long seen) {
        var task = find(id, seen);
        task.complete(me(), context.now());
        tasks.saveAndFlush(task);
        record(leads.find(task.lead()), "Task done", "Task done", task.title());
    }

    /** @param seen the version that the screen showed */
    public void reopen(TaskId id, long seen) {
        var task = find(id, seen);
        task.reopen();
        tasks.saveAndFlush(task);
        record(leads.find(task.lead()), "Task opened again", "Task open again", task.title());
    }

    /** A task of a lead that one may not see looks like one that does not exist. */
    private LeadTask find(TaskId id, long seen) {
        var task = tasks.findById(id).orElseThrow(() -> new RecordMissingException("Task"));
        leads.find(task.lead());
        task.requireVersion(seen);
        return task;
    }

    private void record(Lead lead, String action, String summary, String title) {
        history.timeline(lead.id(), context.now(), TimelineKind.TASK, me(), summary, null, title);
        context.publish(new TaskChanged(lead.id(), lead.location(), action));
    }

    private StaffId me() {
        return context.current().get().id();
    }
}
