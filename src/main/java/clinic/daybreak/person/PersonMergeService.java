package clinic.daybreak.person;

import clinic.daybreak.base.RefusedException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two people one, and two again (decision 24). The absorbed row stays as it is and points to the kept one; what is
 * read of the kept one is the union of both. Part of a larger change: it knows nothing of leads or of who may see whom.
 */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'MANAGER', 'ADMIN')")
@Transactional(propagation = Propagation.MANDATORY)
public class PersonMergeService {

    private final PersonRepository people;
    private final PersonGroups groups;
    private final PersonMergeRepository merges;
    private final PossibleMatches possible;
    private final ContactLocks locks;
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonMergeService(
            PersonRepository people,
            PersonGroups groups,
            PersonMergeRepository merges,
            PossibleMatches possible,
            ContactLocks locks,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.groups = groups;
        this.merges = merges;
        this.possible = possible;
        this.locks = locks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps messages and other merges of these people waiting to the end of the transaction. Fails, to be tried anew, when
     * one of them was merged while this one waited.
     */
    public void lock(Collection<PersonId> some) {
        var kept = some.stream().map(groups::kept).collect(Collectors.toUnmodifiableSet());
        var ids = kept.stream().flatMap(each -> groups.of(each).ids().stream()).collect(Collectors.toUnmodifiableSet());
        locks.take(
                contacts("SELECT address FROM person_email WHERE person_id IN (:ids) AND address IS NOT NULL", ids),
                contacts("SELECT e164 FROM person_phone WHERE person_id IN (:ids) AND e164 IS NOT NULL", ids));
        var rows = kept.stream()
                .map(PersonId::toString)
                .sorted()
                .map(id -> people.lock(UUID.fromString(id)).orElseThrow())
                .toList();
        if (rows.stream().anyMatch(row -> row.mergedInto().isPresent())) {
            throw new CannotAcquireLockException("Merged by somebody else meanwhile");
        }
    }

    private List<String> contacts(String sql, Set<UUID> ids) {
        return jdbc.sql(sql)
                .param("ids", ids)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Who may be the same and is not decided about, newest first. */
    @Transactional(readOnly = true)
    public List<PossibleMatch> listPossible(PersonId id) {
        return possible.open(groups.of(id));
    }

    /** Staff say that these are two; never suggested again. */
    public void dismiss(PersonId one, PersonId other, UUID by) {
        possible.dismissed(groups.of(one), groups.of(other), by);
    }

    /**
     * Both are locked, and neither is part of somebody else.
     *
     * @return names the merge, to take it back
     */
    public UUID merge(PersonId keptId, PersonId absorbedId, PersonChoice choice, UUID by) {
        var kept = people.lock(keptId.value()).orElseThrow();
        var absorbed = people.lock(absorbedId.value()).orElseThrow();
        if (kept.mergedInto().isPresent() || absorbed.mergedInto().isPresent() || keptId.equals(absorbedId)) {
            throw new RefusedException("These two are one person already.");
        }
        possible.merged(groups.of(keptId), groups.of(absorbedId), by);
        var before = kept.state();
        kept.adopt(before.with(absorbed.state(), choice));
        people.findAbsorbed(absorbedId.value()).forEach(each -> point(each, keptId));
        point(absorbed, keptId);
        people.saveAndFlush(kept);
        return merges.insert(keptId, absorbedId, before, kept.state(), clock.instant());
    }

    /** Takes the newest merge of these people back; what was changed on the kept one since stays. */
    public void undo(UUID id, UUID by) {
        var merge = merges.get(id);
        var kept = people.lock(merge.kept().value()).orElseThrow();
        kept.adopt(kept.state().restored(merge.before(), merge.after()));
        var absorbed = people.lock(merge.absorbed().value()).orElseThrow();
        merges.undone(id, clock.instant());
        var theirs = new HashSet<>(merges.absorbedBy(merge.absorbed()));
        people.findAbsorbed(merge.kept().value()).stream()
                .filter(each -> theirs.contains(each.id()))
                .forEach(each -> point(each, merge.absorbed()));
        point(absorbed, null);
        people.saveAndFlush(kept);
        possible.dismissed(groups.of(merge.kept()), groups.of(merge.absorbed()), by);
    }

    private void point(Person person, @Nullable PersonId kept) {
        person.mergeInto(kept);
        people.saveAndFlush(person);
    }
}
