package clinic.daybreak.staff;

import clinic.daybreak.location.LocationService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Finds the account behind a sign-in name and switches on the permission checks of the services. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SignIn {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService userDetailsService(StaffRepository accounts, LocationService locations) {
        return username -> accounts.findByUsername(username)
                .map(account ->
                        new StaffPrincipal(account.member(locations.ids()), account.passwordHash(), account.isActive()))
                .orElseThrow(() -> new UsernameNotFoundException("Unknown"));
    }
}
