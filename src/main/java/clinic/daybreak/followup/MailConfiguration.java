package clinic.daybreak.followup;

import clinic.daybreak.installation.DataFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Chooses between a mail server and the folder of captured mail. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    MailTransport mailTransport(ObjectProvider<JavaMailSenderImpl> sender, DataFolder data) {
        var configured = sender.getIfAvailable();
        return configured == null ? new CapturingTransport(data) : new SmtpTransport(configured);
    }
}
