package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.person.ConsentPurpose;
import clinic.daybreak.person.FactConflict;
import clinic.daybreak.person.FactConflictException;
import clinic.daybreak.person.FactEdit;
import clinic.daybreak.person.PersonDetails;
import clinic.daybreak.person.PersonField;
import clinic.daybreak.person.PersonFixtures;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class LeadPeopleServiceTest extends MergingTest {

    @Autowired
    LeadPeopleService people;

    private final String email = PersonFixtures.freshEmail();
    private LeadId lead;

    @BeforeEach
    void somebodyWrites() {
        lead = wrote("Anna", "Zimer", email, "(661) 555-0177");
    }

    @Test
    void a_corrected_value_says_who_gave_it_and_what_it_was_stays_on_the_timeline() {
        correct(edit(PersonField.LAST_NAME, "Zimer", "Zimmer"), edit(PersonField.PRONOUNS, "", "she/her"));

        assertThat(patient().name().full()).isEqualTo("Anna Zimmer");
        assertThat(patient().pronouns()).isEqualTo("she/her");
        var sources = act(() -> people.listSources(lead, patient().id()));
        assertThat(sources).containsOnlyKeys(PersonField.LAST_NAME, PersonField.PRONOUNS);
        assertThat(sources.get(PersonField.LAST_NAME).by())
                .isEqualTo(coordinator.id().value());
        assertThat(open(lead).timeline())
                .filteredOn(item -> item.kind() == TimelineKind.FACTS)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.summary()).isEqualTo("Changed: Last name, Pronouns");
                    assertThat(item.body()).isEqualTo("Last name: Zimer → Zimmer\nPronouns: she/her");
                });
        assertThat(audit(lead)).contains("Person corrected");
    }

    @Test
    void two_people_who_change_different_values_both_have_their_way() {
        correct(edit(PersonField.LAST_NAME, "Zimer", "Zimmer"));
        correct(edit(PersonField.FIRST_NAME, "Anna", "Ana"));

        assertThat(patient().name().full()).isEqualTo("Ana Zimmer");
    }

    @Test
    void of_one_value_the_second_is_asked_and_nothing_of_theirs_is_saved_half() {
        correct(edit(PersonField.LAST_NAME, "Zimer", "Zimmer"));

        var conflict = catchThrowableOfType(
                FactConflictException.class,
                () -> correct(
                        edit(PersonField.FIRST_NAME, "Anna", "Ana"),
                        edit(PersonField.LAST_NAME, "Zimer", "Zimmermann")));

        assertThat(conflict.conflicts())
                .containsExactly(new FactConflict(PersonField.LAST_NAME, "Zimer", "Zimmer", "Zimmermann"));
        assertThat(patient().name().full()).isEqualTo("Anna Zimmer");

        correct(edit(PersonField.LAST_NAME, "Zimmer", "Zimmermann"));
        assertThat(patient().name().full()).isEqualTo("Anna Zimmermann");
    }

    @Test
    void whoever_wants_what_a_colleague_saved_already_is_not_bothered() {
        correct(edit(PersonField.VOICEMAIL, "UNKNOWN", "ALLOWED"));
        correct(edit(PersonField.VOICEMAIL, "UNKNOWN", "ALLOWED"));

        assertThat(timeline(lead)).containsOnlyOnce("Changed: Voicemail");
    }

    @Test
    void of_many_who_change_one_value_at_once_exactly_one_has_their_way() throws Exception {
        var tries = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    try {
                        correct(edit(PersonField.LAST_NAME, "Zimer", "Zimmer" + number));
                        return true;
                    } catch (FactConflictException e) {
                        return false;
                    }
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            int won = 0;
            for (var done : threads.invokeAll(tries)) {
                won += done.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(timeline(lead)).containsOnlyOnce("Changed: Last name");
    }

    @Test
    void an_added_address_is_where_mail_goes_from_now_on_and_the_other_one_stays_known() {
        var added = PersonFixtures.freshEmail();

        correct(edit(PersonField.EMAIL, "", added));

        assertThat(patient().emailForMail()).hasValue(added);
        assertThat(patient().emails()).extracting(PersonDetails.Email::address).containsExactly(added, email);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EMAIL      | n/a        | This is not an e-mail address
            PHONE      | 12         | This is not a telephone number
            BIRTH_DATE | 1850-01-01 | A date of birth is between 1900 and today
            BIRTH_DATE | 2999-01-01 | A date of birth is between 1900 and today
            """)
    void what_cannot_be_is_refused_in_words(PersonField field, String value, String sentence) {
        assertThatThrownBy(() -> correct(edit(field, "", value)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(sentence);
        assertThat(audit(lead)).doesNotContain("Person corrected");
    }

    @Test
    void somebody_of_another_lead_looks_like_one_that_does_not_exist() {
        var other = open(wrote("Bo", "Lee", PersonFixtures.freshEmail(), "")).patient();

        assertThatThrownBy(() -> act(() -> people.listSources(lead, other.id())))
                .isInstanceOf(RecordMissingException.class);
        assertThatThrownBy(() ->
                        act(() -> people.correct(lead, other.id(), List.of(edit(PersonField.LAST_NAME, "Lee", "Li")))))
                .isInstanceOf(RecordMissingException.class);
    }

    @Test
    void what_somebody_says_about_mail_is_recorded_with_how_and_the_last_word_counts() {
        var person = patient().id();
        act(() -> people.recordConsent(lead, person, ConsentPurpose.EMAIL, true, "By phone"));
        act(() -> people.recordConsent(lead, person, ConsentPurpose.EMAIL, false, "Called back: no mail, please"));

        assertThat(act(() -> people.listConsents(lead, person))).singleElement().satisfies(entry -> {
            assertThat(entry.given()).isFalse();
            assertThat(entry.saidBy()).isEqualTo(coordinator.fullName());
        });
        assertThat(patient().consents()).containsEntry(ConsentPurpose.EMAIL, false);
        assertThat(timeline(lead)).contains("Does not want e-mail, which is not encrypted");
    }

    @Test
    void a_consent_without_the_words_in_which_it_was_given_is_refused() {
        var person = patient().id();

        assertThatThrownBy(() -> act(() -> people.recordConsent(lead, person, ConsentPurpose.SMS, true, " ")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Write down how they said it");
        assertThat(act(() -> people.listConsents(lead, person))).isEmpty();
    }

    private PersonDetails patient() {
        return open(lead).patient();
    }

    private void correct(FactEdit... edits) {
        var person = patient().id();
        act(() -> people.correct(lead, person, List.of(edits)));
    }

    private static FactEdit edit(PersonField field, String before, String after) {
        return new FactEdit(field, before, after);
    }
}
