package clinic.daybreak.base.ui;

import clinic.daybreak.base.Failures;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A screen could not be opened for a reason that nobody foresaw. */
@ParentLayout(MainLayout.class)
@PageTitle("Something went wrong · Daybreak")
@AnonymousAllowed
class UnexpectedErrorView extends ErrorPage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var reference = Failures.log(parameter.getException());
        show(
                "Something went wrong",
                "Nothing was saved by this step. Try again; if it happens once more, tell your administrator the number "
                        + reference + ".");
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
