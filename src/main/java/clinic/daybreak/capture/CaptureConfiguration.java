package clinic.daybreak.capture;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.context.support.HttpRequestHandlerServlet;

/** Gives what is no Spring MVC controller its address, and keeps what costs much and tells nothing from it. */
@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {

    /**
     * The servlet finds its handler by this name when it is first called. Were the handler made with the web server, a
     * wrong key or database would be told by the server's stack trace before the one line that is meant for it.
     */
    @Bean
    ServletRegistrationBean<HttpRequestHandlerServlet> submissions() {
        var registration = new ServletRegistrationBean<>(new HttpRequestHandlerServlet(), SubmissionHandler.PATH);
        registration.setName("submissionHandler");
        return registration;
    }

    /** What programs hand in is counted for each way in ({@link SourceUse}), and is not measured a second time. */
    @Bean
    ObservationPredicate noObservationOfSubmissions() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && SubmissionHandler.PATH.equals(request.getCarrier().getRequestURI()));
    }
}
