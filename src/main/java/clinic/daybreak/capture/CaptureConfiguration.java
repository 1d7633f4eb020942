package clinic.daybreak.capture;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Gives what is no Spring MVC controller its address, and keeps what costs much and tells nothing from it. */
@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {

    @Bean
    ServletRegistrationBean<SubmissionServlet> submissions(SubmissionServlet servlet) {
        return new ServletRegistrationBean<>(servlet, SubmissionServlet.PATH);
    }

    /** What programs hand in is counted for each way in ({@link SourceUse}), and is not measured a second time. */
    @Bean
    ObservationPredicate noObservationOfSubmissions() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && SubmissionServlet.PATH.equals(request.getCarrier().getRequestURI()));
    }
}
