package clinic.daybreak.staff.ui;

import clinic.daybreak.base.ui.Icons;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;

/** The door. What is wrong with a sign-in is never said more precisely than that it did not work. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Daybreak")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver {

    private final LoginForm form = new LoginForm(words());

    LoginView(List<SignInNotice> notices) {
        addClassName("login");
        var brand = new Div(Icons.of("sunrise"), new Span("Daybreak"));
        brand.addClassName("login-brand");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        var card = new Div(brand, new Paragraph("Intake for the clinics. Every person who wrote is answered."), form);
        card.addClassName("login-card");
        add(card);
        notices.forEach(notice -> notice.create().ifPresent(card::add));
    }

    private static LoginI18n words() {
        var words = LoginI18n.createDefault();
        words.getForm().setTitle("Sign in");
        words.getForm().setUsername("Sign-in name");
        words.getForm().setPassword("Password");
        words.getForm().setSubmit("Sign in");
        words.getErrorMessage().setTitle("That did not work");
        words.getErrorMessage().setMessage("Check the sign-in name and the password, and try again.");
        words.getErrorMessage().setUsername("Enter your sign-in name");
        words.getErrorMessage().setPassword("Enter your password");
        return words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }
}
