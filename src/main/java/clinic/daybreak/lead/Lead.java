package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.OpeningHours;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.staff.StaffId;
import clinic.daybreak.staff.StaffRole;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One enquiry episode. Every change is a verb with a guard; each announces what happened. Longer than most classes, for
 * the guards of one thing stand together.
 */
@Entity
@Table(name = "leads") // LEAD is a reserved word in MariaDB
class Lead extends AbstractAggregateRoot<Lead> {

    /** An office that was asked for records has five business days before it is asked again. */
    private static final Duration CHASE_AFTER = StageTarget.DAY.multipliedBy(5);

    /** Steps that a talk with the person settles. */
    private static final Set<NextStep> CONTACT =
            EnumSet.of(NextStep.ANSWER, NextStep.CALL_BACK, NextStep.TRY_AGAIN, NextStep.DECIDE_NO_RESPONSE);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private LeadId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private PersonId person;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "contact_id"))
    private @Nullable PersonId contact;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "merged_into"))
    private @Nullable LeadId mergedInto;

    private @Nullable String authorizationWords;
    private @Nullable Instant authorizedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "authorized_by"))
    private @Nullable StaffId authorizedBy;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "location_id"))
    private LocationId location;

    private String source;
    private boolean imported;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private Instant stageSince;

    @Enumerated(EnumType.STRING)
    private @Nullable ClosingReason closingReason;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_id"))
    private @Nullable StaffId owner;

    private Instant receivedAt;
    private Instant responseDueAt;
    private @Nullable Instant firstAttemptAt;

    @Enumerated(EnumType.STRING)
    private WaitingFor waitingFor;

    @Enumerated(EnumType.STRING)
    private @Nullable NextStep nextStep;

    private @Nullable Instant nextDueAt;
    private int attempts;
    private int touches;

    @Enumerated(EnumType.STRING)
    private @Nullable CrisisLevel crisisLevel;

    private @Nullable Instant crisisSince;
    private @Nullable Instant withdrawnAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Lead() {}

    Lead(NewEnquiry enquiry, PersonId person, @Nullable PersonId contact, Instant now, OpeningHours hours) {
        this.id = LeadId.next();
        this.person = person;
        this.contact = contact;
        this.location = enquiry.location();
        this.source = enquiry.source();
        this.imported = enquiry.imported();
        this.stage = Stage.NEW;
        this.stageSince = enquiry.receivedAt();
        this.receivedAt = enquiry.receivedAt();
        // of a file only now: what is in it may be years old
        this.responseDueAt = ContactPolicy.responseDue(imported ? now : receivedAt, hours);
        this.waitingFor = WaitingFor.US;
        this.nextStep = NextStep.ANSWER;
        this.nextDueAt = responseDueAt;
        registerEvent(new LeadOpened(id, location, enquiry.crisisLevel(), imported));
    }

    LeadId id() {
        return id;
    }

    PersonId person() {
        return person;
    }

    Optional<PersonId> contact() {
        return Optional.ofNullable(contact);
    }

    LocationId location() {
        return location;
    }

    Stage stage() {
        return stage;
    }

    Optional<StaffId> owner() {
        return Optional.ofNullable(owner);
    }

    Optional<CrisisLevel> crisis() {
        return Optional.ofNullable(crisisLevel);
    }

    /** The lead of which this one is a part. */
    Optional<LeadId> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    /** Part of another lead from now on; nothing else of this one changes, so that it can come back as it was. */
    void mergeInto(@Nullable LeadId kept) {
        mergedInto = kept;
    }

    /** A colleague may have saved since the screen was drawn: their change is looked at before it is overwritten. */
    void requireVersion(long seen) {
        if (version != null && version != seen) {
            throw new RefusedException(
                    "A colleague changed this lead while you had it open. Look at the timeline, then do it again.");
        }
    }

    void assignTo(StaffId staff) {
        owner = staff;
        registerEvent(new LeadAssigned(id, location, staff));
    }

    /** Wrote again while open: our turn, and the response clock starts anew. */
    void touch(Instant now, OpeningHours hours, @Nullable CrisisLevel level) {
        touches++;
        waitingFor = WaitingFor.US;
        nextStep = NextStep.ANSWER;
        responseDueAt = ContactPolicy.responseDue(now, hours);
        nextDueAt = responseDueAt;
        registerEvent(new LeadTouched(id, location, level, false));
    }

    /** Found again in a file: it goes on the record, but nobody waits for an answer. */
    void touchedByImport(@Nullable CrisisLevel level) {
        touches++;
        registerEvent(new LeadTouched(id, location, level, true));
    }

    void takeBackTouch() {
        touches = Math.max(0, touches - 1);
    }

    /** Nothing but the file that brought it has had to do with it yet. */
    boolean isAsImported() {
        return imported && stage == Stage.NEW && attempts == 0 && touches == 0 && crisisLevel == null;
    }

    /** As if it had never come: it is in no list and no count any more. */
    void withdraw(Instant now) {
        withdrawnAt = now;
        plan(WaitingFor.NOBODY, null, null);
        registerEvent(new LeadWithdrawn(id, location));
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** A human tried to reach the person; the first time stops the first-response clock. */
    void attempted(AttemptOutcome outcome, @Nullable Instant callBackAt, Instant now, OpeningHours hours) {
        requireOpen("log an attempt on");
        attempts++;
        if (firstAttemptAt == null) {
            firstAttemptAt = now;
        }
        if (stage == Stage.NEW) {
            enter(Stage.CONTACTING, now, hours);
        }
        if (outcome == AttemptOutcome.REACHED && stage == Stage.CONTACTING) {
            enter(Stage.CONTACTED, now, hours);
        } else if (stage == Stage.CONTACTING || isContactDue() || callBackAt != null) {
            planNextTry(outcome, callBackAt, now, hours);
        }
        registerEvent(new AttemptLogged(id, location, outcome));
    }

    private boolean isContactDue() {
        return nextStep != null && CONTACT.contains(nextStep);
    }

    private void planNextTry(AttemptOutcome outcome, @Nullable Instant callBackAt, Instant now, OpeningHours hours) {
        if (callBackAt != null) {
            plan(WaitingFor.US, NextStep.CALL_BACK, callBackAt);
        } else if (outcome == AttemptOutcome.REACHED) {
            plan(now, hours);
        } else if (attempts >= ContactPolicy.MAX_ATTEMPTS) {
            plan(WaitingFor.US, NextStep.DECIDE_NO_RESPONSE, ContactPolicy.nextTry(attempts, now, hours));
        } else {
            plan(WaitingFor.PERSON, NextStep.TRY_AGAIN, ContactPolicy.nextTry(attempts, now, hours));
        }
    }

    void moveTo(Stage target, StaffRole role, Instant now, OpeningHours hours) {
        requireOpen("move");
        if (!stage.targets().contains(target)) {
            throw new RefusedException(
                    stage == Stage.NEW
                            ? "A new lead moves on when an attempt to reach the person is logged."
                            : "A lead in " + stage.label() + " cannot be moved to " + target.label() + ".");
        }
        if (crisisLevel != null && stage.isForwardTo(target)) {
            throw new RefusedException(
                    "This lead is on a crisis hold. It moves on when a clinician has cleared the hold.");
        }
        if (stage == Stage.CLINICAL_REVIEW && role != StaffRole.CLINICIAN) {
            throw new RefusedException("Only a clinician decides a clinical review.");
        }
        enter(target, now, hours);
    }

    private void enter(Stage target, Instant now, OpeningHours hours) {
        var from = stage;
        stage = target;
        stageSince = now;
        plan(now, hours);
        registerEvent(new StageChanged(id, location, from, target));
    }

    /** What the stage asks for next, whose turn it is, and by when (DOMAIN 1, targets). */
    private void plan(Instant now, OpeningHours hours) {
        switch (stage) {
            case NEW -> plan(WaitingFor.US, NextStep.ANSWER, responseDueAt);
            case CONTACTING -> plan(WaitingFor.PERSON, NextStep.TRY_AGAIN, ContactPolicy.nextTry(attempts, now, hours));
            case CONTACTED -> plan(WaitingFor.US, NextStep.PRE_SCREEN, target(now, hours));
            case QUALIFIED -> plan(WaitingFor.US, NextStep.ASK_FOR_RECORDS, target(now, hours));
            case RECORDS -> plan(WaitingFor.OFFICE, NextStep.CHASE_RECORDS, hours.after(now, CHASE_AFTER));
            case CLINICAL_REVIEW -> plan(WaitingFor.CLINICIAN, NextStep.REVIEW, target(now, hours));
            case CLEARED -> plan(WaitingFor.US, NextStep.BOOK, target(now, hours));
            case BOOKED -> plan(WaitingFor.PERSON, NextStep.CONFIRM_VISIT, target(now, hours));
            case INFUSED, LOST, DISQUALIFIED, INVALID -> plan(WaitingFor.NOBODY, null, null);
        }
    }

    private Instant target(Instant now, OpeningHours hours) {
        return hours.after(now, StageTarget.length(stage));
    }

    private void plan(WaitingFor whom, @Nullable NextStep step, @Nullable Instant due) {
        waitingFor = whom;
        nextStep = step;
        nextDueAt = due;
    }

    void close(ClosingReason reason, StaffRole role, Instant now, OpeningHours hours) {
        requireOpen("close");
        if (!reason.isFor(role)) {
            throw new RefusedException(
                    "\"" + reason.label() + "\" may not be given by your role. Choose another reason.");
        }
        if (crisisLevel != null && reason != ClosingReason.REFERRED_EMERGENCY_CARE) {
            throw new RefusedException(
                    "This lead is on a crisis hold. It can be closed when a clinician has cleared the hold.");
        }
        closingReason = reason;
        enter(reason.stage(), now, hours);
        registerEvent(new LeadClosed(id, location, reason));
    }

    /** Only ever up: a later, milder text does not lower what a human has yet to read. */
    void holdForCrisis(CrisisLevel level, Instant now) {
        if (crisisLevel == null) {
            crisisSince = now;
        }
        crisisLevel = crisisLevel == CrisisLevel.RED ? CrisisLevel.RED : level;
        registerEvent(new CrisisHoldPlaced(id, location, level));
    }

    void releaseCrisisHold() {
        if (crisisLevel == null) {
            throw new RefusedException("This lead is not on a crisis hold.");
        }
        crisisLevel = null;
        crisisSince = null;
        registerEvent(new CrisisHoldReleased(id, location));
    }

    private void requireOpen(String what) {
        if (!stage.isOpen()) {
            throw new RefusedException(
                    "You cannot " + what + " a lead that is " + stage.label().toLowerCase(Locale.ROOT)
                            + ". If the person is back, their next message opens a new lead.");
        }
    }

    /** The patient allowed that whoever wrote for them is told about them. */
    void authorize(String words, StaffId by, Instant now) {
        if (contact == null) {
            throw new RefusedException("Nobody wrote for somebody else here, so there is nothing to authorize.");
        }
        authorizationWords = words;
        authorizedAt = now;
        authorizedBy = by;
        registerEvent(new AuthorizationRecorded(id, location));
    }

    void revokeAuthorization() {
        if (authorizedAt == null) {
            throw new RefusedException("No authorization is recorded for this lead.");
        }
        authorizationWords = null;
        authorizedAt = null;
        authorizedBy = null;
        registerEvent(new AuthorizationRevoked(id, location));
    }

    private @Nullable Authorization authorization() {
        return authorizationWords == null || authorizedAt == null || authorizedBy == null
                ? null
                : new Authorization(authorizationWords, authorizedAt, authorizedBy);
    }

    /** Takes over what two merged leads are together, or what it was before; who is the patient stays. */
    void adopt(LeadFacts state) {
        contact = state.contact();
        var authorization = state.authorization();
        authorizationWords = authorization == null ? null : authorization.words();
        authorizedAt = authorization == null ? null : authorization.at();
        authorizedBy = authorization == null ? null : authorization.by();
        location = state.location();
        source = state.source();
        imported = state.imported();
        stage = state.stage();
        stageSince = state.stageSince();
        closingReason = state.closingReason();
        owner = state.owner();
        receivedAt = state.receivedAt();
        responseDueAt = state.responseDueAt();
        firstAttemptAt = state.firstAttemptAt();
        plan(state.waitingFor(), state.nextStep(), state.nextDueAt());
        attempts = state.attempts();
        touches = state.touches();
        crisisLevel = state.crisisLevel();
        crisisSince = state.crisisSince();
    }

    LeadFacts facts() {
        return new LeadFacts(
                id,
                person,
                contact,
                authorization(),
                location,
                source,
                imported,
                stage,
                stageSince,
                closingReason,
                owner,
                receivedAt,
                responseDueAt,
                firstAttemptAt,
                waitingFor,
                nextStep,
                nextDueAt,
                attempts,
                touches,
                crisisLevel,
                crisisSince,
                version == null ? 0 : version);
    }
}
