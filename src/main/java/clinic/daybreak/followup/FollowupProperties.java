package clinic.daybreak.followup;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the mail that goes out.
 *
 * @param from the address that mail comes from; its domain also names the messages. Without condition or drug
 */
@Validated
@ConfigurationProperties("daybreak.mail")
record FollowupProperties(
        @DefaultValue("intake@daybreak.example") @NotBlank @Email
        String from) {

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
