package clinic.daybreak.staff.ui;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import clinic.daybreak.staff.WorkContext;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in where: public pages and interfaces without a session, everything else only signed in. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/contact/**", "/api/**", "/u/**", "/p/**", "/r/**", "/public.css", "/embed.js", "/frame.js", "/error"
    };

    /** A span for each filter and each guarded method cost more than the work between them, and nobody reads them. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Vaadin's own prefers the one signed in to the screen, even while Daybreak does something by itself. */
    @Bean
    WorkContext workContext() {
        return new WorkContext(new VaadinAwareSecurityContextHolderStrategy());
    }

    /** Health and metrics, on the management port alone, which only this machine reaches unless it is set otherwise. */
    @Bean
    @Order(0)
    SecurityFilterChain managementChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** For programs, which check their own keys: what tells browsers how to behave would only be more to send. */
    @Bean
    @Order(1)
    SecurityFilterChain programChain(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher("/api/v1/**", "/hooks/**"))
                .headers(headers -> headers.defaultsDisabled()
                        .contentTypeOptions(Customizer.withDefaults())
                        .cacheControl(Customizer.withDefaults()))
                .build();
    }

    private static HttpSecurity withoutSession(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable);
    }

    /** No session, no cookie, no script. */
    @Bean
    @Order(2)
    SecurityFilterChain publicChain(
            HttpSecurity http, @Value("${daybreak.contact.frame-ancestors:}") String frameAncestors) throws Exception {
        var ancestors = frameAncestors.isBlank() ? "'none'" : frameAncestors;
        return withoutSession(http.securityMatcher(PUBLIC))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                                        + " frame-ancestors " + ancestors)))
                .build();
    }

    /** Vaadin brings its own protection against forged requests. */
    @Bean
    @Order(3)
    SecurityFilterChain staffChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/styles.css", "/icon.svg", "/icons/**", "/aura/**")
                                .permitAll())
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(Customizer.withDefaults()))
                .with(vaadin(), vaadin -> vaadin.loginView(LoginView.class).anyRequest(AuthorizedUrl::authenticated))
                .build();
    }
}
