package clinic.daybreak.followup;

import clinic.daybreak.installation.DataFolder;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Chooses between a mail server and the folder of captured mail. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    static {
        // unnamed, it is looked for in every jar again, several times a mail
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    @Bean
    MailTransport mailTransport(ObjectProvider<JavaMailSenderImpl> sender, DataFolder data) {
        var configured = sender.getIfAvailable();
        return configured == null ? new CapturingTransport(data) : new SmtpTransport(configured);
    }
}
