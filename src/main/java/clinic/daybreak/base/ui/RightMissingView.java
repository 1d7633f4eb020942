package clinic.daybreak.base.ui;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** The screen is for other roles. */
@ParentLayout(MainLayout.class)
@PageTitle("Not for your role · Daybreak")
@AnonymousAllowed
class RightMissingView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        show("This screen is not for your role", "If your work needs it, ask an administrator to change your role.");
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
