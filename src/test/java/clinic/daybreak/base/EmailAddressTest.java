package clinic.daybreak.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maria@example.com",
                "o'neil@example.com",
                "first.last+tag@sub.example.co.uk",
                "a@b.co",
                "1@2.3.io",
                "josé@example.com",
                "user@münchen.example"
            })
    void usual_and_unusual_addresses_are_addresses(String text) {
        assertThat(EmailAddress.parse(text))
                .hasValueSatisfying(address -> assertThat(address.value()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n/a",
                "none",
                "@example.com",
                "maria@",
                "maria@localhost",
                "maria@@example.com",
                "maria@exa mple.com",
                "maria..lopez@example.com",
                ".maria@example.com",
                "maria@example..com",
                "maria@-example.com",
                "maria@example.com, second@example.com",
                "Maria <maria@example.com>",
                "maria@example.com\nBcc: all@example.com",
                "maria@example.com\r\nx",
                "ma\u0000ria@example.com",
                "\"maria\"@example.com",
                "maria@[127.0.0.1]"
            })
    void what_is_no_single_address_is_refused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This is not an e-mail address");
    }

    @Test
    void case_and_surrounding_space_make_no_other_address() {
        assertThat(new EmailAddress("  Maria.Lopez@Example.COM "))
                .isEqualTo(new EmailAddress("maria.lopez@example.com"));
    }

    @Test
    void dots_and_tags_make_another_address() {
        assertThat(new EmailAddress("marialopez@example.com"))
                .isNotEqualTo(new EmailAddress("maria.lopez@example.com"));
        assertThat(new EmailAddress("maria+1@example.com")).isNotEqualTo(new EmailAddress("maria@example.com"));
    }

    @Test
    void an_address_has_at_most_254_characters() {
        assertThat(EmailAddress.isValid("a".repeat(254 - 12) + "@example.com")).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(255 - 12) + "@example.com")).isFalse();
    }

    @Test
    void hostile_input_is_refused_at_once() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(EmailAddress.isValid("a.".repeat(500_000) + "@")).isFalse();
            assertThat(EmailAddress.isValid("a@" + "a-".repeat(120) + "!")).isFalse();
            assertThat(EmailAddress.isValid("a.".repeat(120) + "@x")).isFalse();
        });
    }

    @Test
    void an_address_at_a_company_may_be_read_by_an_employer_and_one_at_a_mail_provider_may_not() {
        assertThat(new EmailAddress("ann@harbor-freightways.com").mayBeWork()).isTrue();
        assertThat(new EmailAddress("ann@GMAIL.com").mayBeWork()).isFalse();
        assertThat(new EmailAddress("ann@gmail.com.harbor-freightways.com").mayBeWork())
                .isTrue();
    }
}
