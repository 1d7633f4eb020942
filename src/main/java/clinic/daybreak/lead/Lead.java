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
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final Set<NextStep> CONTACT = EnumSet.of(
            NextStep.ANSWER,
            NextStep.CALL_BACK,
            NextStep.TRY_AGAIN,
            NextStep.TRY_BY_EMAIL,
            NextStep.TRY_BY_PHONE,
            NextStep.CONFIRM_NUMBER,
            NextStep.RESUME,
            NextStep.DECIDE_NO_RESPONSE);

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

    private @Nullable Instant waitingSince;

    @Enumerated(EnumType.STRING)
    private @Nullable NextStep nextStep;

    private @Nullable Instant nextDueAt;
    private @Nullable Instant holdUntil;
    private @Nullable String holdReason;
    private int attempts;
    private int touches;

    @Enumerated(EnumType.STRING)
    private @Nullable CrisisLevel crisisLevel;

    private @Nullable Instant crisisSince;
    private @Nullable Instant withdrawnAt;

    @Embedded
    private Handover handover = new Handover();

    private @Nullable Instant watchAt;

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
        this.waitingSince = imported ? now : receivedAt;
        this.nextStep = NextStep.ANSWER;
        this.nextDueAt = imported ? responseDueAt : ContactPolicy.responseTarget(receivedAt, hours);
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

    /** By a human, who decided: it is not passed on. */
    void assignTo(StaffId staff) {
        handover.stay();
        own(staff);
    }

    /**
     * By the rules, whose turn it is.
     *
     * @param passAt when it goes on to the next one unless it was opened; empty for never
     */
    void dealTo(StaffId staff, @Nullable Instant passAt) {
        handover.waitUntil(imported ? null : passAt);
        own(staff);
    }

    /** @param retryAt when the rules are asked again */
    void leaveUnassigned(Instant retryAt) {
        handover.waitUntil(imported ? null : retryAt);
    }

    /** Its owner did not open it in time. */
    void passOn(StaffId next, Instant passAt) {
        if (owner == null || !handover.mayBePassed()) {
            throw new IllegalStateException("Nobody to pass it on from, or passed on often enough");
        }
        handover.passedOn(owner, passAt);
        own(next);
    }

    private void own(StaffId staff) {
        owner = staff;
        registerEvent(new LeadAssigned(id, location, staff));
    }

    Handover handover() {
        return handover;
    }

    /** Nobody answered in time. */
    void escalate(Instant now) {
        handover.escalated(now);
        registerEvent(new LeadEscalated(id, location));
    }

    /** Whether the managers are to be told that nobody has tried within the limit (DOMAIN 1). */
    boolean isAnswerLate(Instant now) {
        return isClockRunning() && !responseDueAt.isAfter(now);
    }

    private boolean isClockRunning() {
        return !imported && !handover.isEscalated() && nextStep == NextStep.ANSWER;
    }

    /** Only what stands by itself is looked after; the next moment of all that may come due. */
    @PrePersist
    @PreUpdate
    void watch() {
        watchAt = mergedInto != null || withdrawnAt != null || !stage.isOpen()
                ? null
                : Stream.of(handover.passAt(), isClockRunning() ? responseDueAt : null, holdUntil)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** Wrote again while open: our turn, and the response clock starts anew. */
    void touch(Instant now, OpeningHours hours, @Nullable CrisisLevel level) {
        touches++;
        responseDueAt = ContactPolicy.responseDue(now, hours);
        plan(WaitingFor.US, NextStep.ANSWER, ContactPolicy.responseTarget(now, hours), now);
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
        plan(WaitingFor.NOBODY, null, null, now);
        registerEvent(new LeadWithdrawn(id, location));
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /**
     * A human tried to reach the person; the first time stops the first-response clock.
     *
     * @param tried the channels of the attempts before this one
     */
    void attempted(NewAttempt attempt, Set<AttemptChannel> tried, Instant now, OpeningHours hours) {
        requireOpen("log an attempt on");
        attempts++;
        handover.stay();
        if (firstAttemptAt == null) {
            firstAttemptAt = now;
        }
        if (stage == Stage.NEW) {
            enter(Stage.CONTACTING, now, hours);
        }
        if (attempt.outcome() == AttemptOutcome.REACHED && stage == Stage.CONTACTING) {
            enter(Stage.CONTACTED, now, hours);
        } else if (stage == Stage.CONTACTING || isContactDue() || attempt.callBackAt() != null) {
            planNextTry(attempt, tried, now, hours);
        }
        registerEvent(new AttemptLogged(id, location, attempt.outcome()));
    }

    private boolean isContactDue() {
        return nextStep != null && CONTACT.contains(nextStep);
    }

    private void planNextTry(NewAttempt attempt, Set<AttemptChannel> tried, Instant now, OpeningHours hours) {
        if (attempt.callBackAt() != null) {
            plan(WaitingFor.US, NextStep.CALL_BACK, attempt.callBackAt(), now);
        } else if (attempt.outcome() == AttemptOutcome.REACHED) {
            plan(now, hours);
        } else {
            var step = ContactPolicy.nextStep(attempts, attempt, tried);
            var whom = step == NextStep.TRY_AGAIN ? WaitingFor.PERSON : WaitingFor.US;
            plan(whom, step, ContactPolicy.nextTry(attempts, now, hours), now);
        }
    }

    /** Staff decide when the next step is due; whose turn it is stays, and so does the first-response clock. */
    void dueAt(Instant at) {
        requireOpen("plan the next step of");
        if (nextStep == null) {
            throw new RefusedException("Nothing is to be done for this lead, so nothing can be planned.");
        }
        nextDueAt = at;
        registerEvent(new NextStepPlanned(id, location, at));
    }

    /** The person wants to be contacted later (DOMAIN 1, ON_HOLD): the stage stays, and nothing is due until then. */
    void putOnHold(Instant until, String reason, Instant now) {
        requireOpen("put on hold");
        if (firstAttemptAt == null) {
            throw new RefusedException(
                    "Nobody has answered this person yet. Log the attempt by which you know that they want later.");
        }
        if (crisisLevel != null) {
            throw new RefusedException(
                    "This lead is on a crisis hold. It can wait when a clinician has cleared the hold.");
        }
        plan(WaitingFor.PERSON, NextStep.RESUME, until, now);
        holdUntil = until;
        holdReason = reason;
        registerEvent(new LeadPutOnHold(id, location, until));
    }

    boolean isHoldOver(Instant now) {
        return holdUntil != null && !holdUntil.isAfter(now);
    }

    Optional<String> holdReason() {
        return Optional.ofNullable(holdReason);
    }

    /** The time for which it was on hold is over: our turn. */
    void wake(Instant now) {
        var due = holdUntil;
        plan(WaitingFor.US, NextStep.RESUME, due, now);
        registerEvent(new LeadWoken(id, location));
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
            case NEW -> plan(WaitingFor.US, NextStep.ANSWER, responseDueAt, now);
            case CONTACTING ->
                plan(WaitingFor.PERSON, NextStep.TRY_AGAIN, ContactPolicy.nextTry(attempts, now, hours), now);
            case CONTACTED -> plan(WaitingFor.US, NextStep.PRE_SCREEN, target(now, hours), now);
            case QUALIFIED -> plan(WaitingFor.US, NextStep.ASK_FOR_RECORDS, target(now, hours), now);
            case RECORDS -> plan(WaitingFor.OFFICE, NextStep.CHASE_RECORDS, hours.after(now, CHASE_AFTER), now);
            case CLINICAL_REVIEW -> plan(WaitingFor.CLINICIAN, NextStep.REVIEW, target(now, hours), now);
            case CLEARED -> plan(WaitingFor.US, NextStep.BOOK, target(now, hours), now);
            case BOOKED -> plan(WaitingFor.PERSON, NextStep.CONFIRM_VISIT, target(now, hours), now);
            case INFUSED, LOST, DISQUALIFIED, INVALID -> plan(WaitingFor.NOBODY, null, null, now);
        }
    }

    private Instant target(Instant now, OpeningHours hours) {
        return hours.after(now, StageTarget.length(stage));
    }

    /** Whatever is planned ends a hold: somebody works on the lead again, or the person wrote. */
    private void plan(WaitingFor whom, @Nullable NextStep step, @Nullable Instant due, Instant now) {
        waitFor(whom, now);
        nextStep = step;
        nextDueAt = due;
        holdUntil = null;
        holdReason = null;
    }

    private void waitFor(WaitingFor whom, Instant now) {
        if (whom == waitingFor) {
            return;
        }
        var since = waitingSince();
        if (waitingFor != WaitingFor.NOBODY && since.isBefore(now)) {
            registerEvent(new WaitEnded(id, waitingFor, since, now));
        }
        waitingFor = whom;
        waitingSince = now;
    }

    /** Since when the lead waits for whom it waits for. */
    Instant waitingSince() {
        return waitingSince == null ? stageSince : waitingSince;
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
        handover.stay();
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
    void adopt(LeadFacts state, Instant now) {
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
        plan(state.waitingFor(), state.nextStep(), state.nextDueAt(), now);
        waitingSince = state.waitingSince() == null ? waitingSince : state.waitingSince();
        holdUntil = state.holdUntil();
        holdReason = state.holdReason();
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
                waitingSince(),
                holdUntil,
                holdReason,
                version == null ? 0 : version);
    }
}
