package clinic.daybreak.imports;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.PersonName;
import clinic.daybreak.base.PhoneNumber;
import clinic.daybreak.lead.LeadImports;
import clinic.daybreak.lead.NewEnquiry;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.person.KnownPerson;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.person.PersonImports;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do, without doing it: the same rules over what is in the database, and beside it over what the rows
 * before would have added, for the fifth row may be the same person as the second. It remembers no more than the names and
 * addresses of the file, which has at most {@link ImportLimits#MAX_ROWS} rows.
 */
final class DryRun {

    private final PersonImports people;
    private final LeadImports leads;
    private final Map<String, Integer> entries = new HashMap<>();
    private final Map<String, Set<Somebody>> byEmail = new HashMap<>();
    private final Map<String, Set<Somebody>> byPhone = new HashMap<>();
    private final Map<PersonId, Somebody> known = new HashMap<>();

    DryRun(PersonImports people, LeadImports leads) {
        this.people = people;
        this.leads = leads;
    }

    /** Somebody in the database, or somebody whom a row before would have put there. */
    private static final class Somebody {

        private final @Nullable KnownPerson known;
        private final NewPerson form;
        private final int row;
        private final List<Episode> open = new ArrayList<>();

        Somebody(@Nullable KnownPerson known, NewPerson form, int row) {
            this.known = known;
            this.form = form;
            this.row = row;
        }

        boolean isCompatibleWith(NewPerson other) {
            if (known != null) {
                return known.isCompatibleWith(other);
            }
            if (form.birthDate() != null && other.birthDate() != null) {
                return form.birthDate().equals(other.birthDate());
            }
            return form.name().isCompatibleWith(other.name());
        }
    }

    /** An enquiry that a row before would have opened. */
    private record Episode(LocationId location, @Nullable PersonName patient, int row) {

        boolean takes(NewEnquiry enquiry) {
            if (!location.equals(enquiry.location())) {
                return false;
            }
            return enquiry.patient() == null
                    ? patient == null
                    : patient != null
                            && patient.isCompatibleWith(enquiry.patient().name());
        }
    }

    /** @param isKnown whether the source delivered an entry of that name before */
    DoneRow decide(ReadRow row, boolean isKnown) {
        var enquiry = row.enquiry();
        if (enquiry == null) {
            return DoneRow.failed(row.number(), String.valueOf(row.refusal()));
        }
        if (isKnown) {
            return planned(row, RowOutcome.SKIPPED, "This entry arrived before");
        }
        var earlier = entries.putIfAbsent(row.externalId(), row.number());
        if (earlier != null) {
            return planned(row, RowOutcome.SKIPPED, "The same entry as row " + earlier);
        }
        var somebody = match(enquiry.writer()).orElseGet(() -> new Somebody(null, enquiry.writer(), row.number()));
        reachableAt(somebody, enquiry.writer());
        var episode = somebody.open.stream().filter(open -> open.takes(enquiry)).findFirst();
        if (episode.isPresent()) {
            return planned(
                    row,
                    RowOutcome.TOUCHED,
                    because(row, "Same person as row " + episode.get().row()));
        }
        if (somebody.known != null && leads.hasOpen(somebody.known.id(), enquiry.location(), enquiry.patient())) {
            return planned(row, RowOutcome.TOUCHED, because(row, "This person has an open lead here"));
        }
        somebody.open.add(new Episode(
                enquiry.location(),
                enquiry.patient() == null ? null : enquiry.patient().name(),
                row.number()));
        return planned(row, RowOutcome.CREATED, row.warning().orElse(null));
    }

    private static String because(ReadRow row, String why) {
        return row.warning().map(warning -> why + ". " + warning).orElse(why);
    }

    private static DoneRow planned(ReadRow row, RowOutcome outcome, @Nullable String reason) {
        return new DoneRow(row.number(), outcome, reason, null, null, null);
    }

    /** As {@code PersonService} does: those with the address first, then those with the telephone, the oldest first. */
    private Optional<Somebody> match(NewPerson form) {
        var contacts = people.findSameContacts(form);
        var sameEmail = email(form).map(email -> candidates(contacts.byEmail(), byEmail.get(email), form));
        var samePhone = phone(form).map(phone -> candidates(contacts.byPhone(), byPhone.get(phone), form));
        return Stream.of(sameEmail, samePhone)
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .filter(candidate -> candidate.isCompatibleWith(form))
                .findFirst();
    }

    private List<Somebody> candidates(List<KnownPerson> stored, @Nullable Set<Somebody> added, NewPerson form) {
        var all = new LinkedHashSet<Somebody>();
        stored.forEach(person -> all.add(known.getOrDefault(person.id(), new Somebody(person, form, 0))));
        if (added != null) {
            all.addAll(added);
        }
        return all.stream()
                .sorted(Comparator.comparing(
                                (Somebody somebody) -> somebody.known == null ? null : somebody.known.since(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparingInt(somebody -> somebody.row))
                .toList();
    }

    private void reachableAt(Somebody somebody, NewPerson form) {
        if (somebody.known != null) {
            known.put(somebody.known.id(), somebody);
        }
        email(form)
                .ifPresent(email -> byEmail.computeIfAbsent(email, key -> new LinkedHashSet<>(1))
                        .add(somebody));
        phone(form)
                .ifPresent(phone -> byPhone.computeIfAbsent(phone, key -> new LinkedHashSet<>(1))
                        .add(somebody));
    }

    private static Optional<String> email(NewPerson form) {
        return EmailAddress.parse(form.email()).map(EmailAddress::value);
    }

    private static Optional<String> phone(NewPerson form) {
        return PhoneNumber.parse(form.phone(), form.region()).map(PhoneNumber::e164);
    }
}
