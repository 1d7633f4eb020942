package clinic.daybreak.capture;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives what is no Spring MVC controller its address. */
@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {

    @Bean
    ServletRegistrationBean<SubmissionServlet> submissions(SubmissionServlet servlet) {
        return new ServletRegistrationBean<>(servlet, SubmissionServlet.PATH);
    }
}
