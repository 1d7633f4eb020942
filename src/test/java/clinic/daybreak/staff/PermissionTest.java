package clinic.daybreak.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import clinic.daybreak.IntegrationTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * The matrix of roles and services, written a second time on purpose. Whoever adds a guarded service adds it here; each
 * cell that is not allowed is called and must be refused.
 */
@IntegrationTest
class PermissionTest {

    private static final List<String> ROLES = List.of("COORDINATOR", "CLINICIAN", "MANAGER", "ADMIN", "SYSTEM");
    private static final Set<String> STAFF = Set.of("COORDINATOR", "CLINICIAN", "MANAGER", "ADMIN");
    private static final Set<String> SYSTEM = Set.of("SYSTEM");
    private static final Set<String> DESK = Set.of("COORDINATOR", "MANAGER", "ADMIN");
    private static final Set<String> SET_UP = Set.of("ADMIN", "SYSTEM");
    private static final Set<String> ALL = Set.copyOf(ROLES);

    /** By service, or by service and method where one differs. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("LeadService", STAFF),
            Map.entry("LeadService.releaseCrisisHold", Set.of("CLINICIAN")),
            Map.entry("LeadPlanService", STAFF),
            Map.entry("TodayService", STAFF),
            Map.entry("TeamLoadService", STAFF),
            Map.entry("LeadWatch", SYSTEM),
            Map.entry("LeadIntake", SYSTEM),
            Map.entry("CorrespondenceService", SYSTEM),
            Map.entry("CrisisService", STAFF),
            Map.entry("CrisisService.clear", Set.of("CLINICIAN")),
            Map.entry("CrisisWatch", SYSTEM),
            Map.entry("MessageService", STAFF),
            Map.entry("MailDelivery", SYSTEM),
            Map.entry("Outbox", SYSTEM),
            Map.entry("InboxService", DESK),
            Map.entry("SubmissionProcessing", SYSTEM),
            Map.entry("StoredSubmissions", SYSTEM),
            Map.entry("MailboxService", SET_UP),
            Map.entry("MailboxService.list", Set.of("ADMIN", "MANAGER", "SYSTEM")),
            Map.entry("MailboxService.listWebsites", Set.of("ADMIN", "MANAGER", "SYSTEM")),
            Map.entry("MailboxService.close", Set.of("ADMIN")),
            Map.entry("MailboxService.checkNow", Set.of("ADMIN")),
            Map.entry("SourceService.open", SET_UP),
            Map.entry("SourceService.map", SET_UP),
            Map.entry("SourceService.list", Set.of("ADMIN", "MANAGER", "SYSTEM")),
            Map.entry("SourceService.get", Set.of("ADMIN", "MANAGER", "SYSTEM")),
            Map.entry("SourceService.send", Set.of("ADMIN")),
            Map.entry("SourceService.revoke", Set.of("ADMIN")),
            Map.entry("SourceService.changeKey", Set.of("ADMIN")),
            Map.entry("SourceService.share", Set.of("ADMIN")),
            Map.entry("SourceKeys", Set.of("ADMIN")),
            Map.entry("SourceActivityService", Set.of("ADMIN", "MANAGER", "SYSTEM")),
            Map.entry("IntakeWatch", SYSTEM),
            Map.entry("Watchdogs", SYSTEM),
            Map.entry("Canaries", SYSTEM),
            Map.entry("WatchService", Set.of("MANAGER", "ADMIN")),
            Map.entry("SubmissionHistory", SYSTEM),
            Map.entry("Reconciling", SYSTEM),
            Map.entry("ReconciliationService", Set.of("MANAGER", "ADMIN")),
            Map.entry("ReconciliationService.compare", Set.of("ADMIN")),
            Map.entry("MappingService", Set.of("ADMIN")),
            Map.entry("MappingService.draft", Set.of("ADMIN", "MANAGER")),
            Map.entry("MappingService.preview", Set.of("ADMIN", "MANAGER")),
            Map.entry("MappingService.countWaiting", Set.of("ADMIN", "MANAGER")),
            Map.entry("LocationService.open", SET_UP),
            Map.entry("StaffService.open", SET_UP),
            Map.entry("StaffService.listColleagues", ALL),
            Map.entry("StaffService.get", ALL),
            Map.entry("StaffService.takeNextCoordinator", SYSTEM),
            Map.entry("TeamService", STAFF),
            Map.entry("TeamService.change", Set.of("MANAGER", "ADMIN")),
            Map.entry("AssignmentRuleService", Set.of("MANAGER", "ADMIN")),
            Map.entry("PersonService.calledSomebodyElse", STAFF),
            Map.entry("PersonService.matchOrRegister", SYSTEM),
            Map.entry("PersonService.register", SYSTEM),
            Map.entry("PersonService.get", ALL),
            Map.entry("PersonService.listRows", ALL),
            Map.entry("PersonService.isKnownAs", SYSTEM),
            Map.entry("PersonMergeService", DESK),
            Map.entry("MergeService", DESK),
            Map.entry("MergeService.list", STAFF),
            Map.entry("PossibleMatchService", DESK),
            Map.entry("AuthorizationService", STAFF),
            Map.entry("LeadPeopleService", STAFF),
            Map.entry("OwnPassword", STAFF),
            Map.entry("NoteService", STAFF),
            Map.entry("TaskService", STAFF),
            Map.entry("PresenceService", STAFF),
            Map.entry("PersonFactService", STAFF),
            Map.entry("PersonImports", SYSTEM),
            Map.entry("LeadImports", SYSTEM),
            Map.entry("SourceService.listWithFiles", Set.of("ADMIN", "MANAGER", "SYSTEM")),
            Map.entry("SourceService.openForFile", SYSTEM),
            Map.entry("ImportService", Set.of("ADMIN", "MANAGER", "SYSTEM")),
            Map.entry("ImportLoading", Set.of("ADMIN", "MANAGER", "SYSTEM")),
            Map.entry("ImportSteps", SYSTEM),
            Map.entry("ImportChecks", SYSTEM),
            Map.entry("ImportUndoing", SYSTEM));

    /** What anybody may ask: names and hours of clinics, and ways in by what their senders show. */
    private static final Set<String> OPEN = Set.of(
            "LocationService.list",
            "LocationService.ids",
            "LocationService.get",
            "LocationService.findByCode",
            "SourceService.contactPage",
            "SourceService.findByKey");

    @Autowired
    ApplicationContext application;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Test
    void every_method_of_a_service_is_in_the_matrix_or_open_on_purpose() {
        assertThat(guarded().keySet().stream().filter(name -> allowed(name) == null && !OPEN.contains(name)))
                .as("methods of services that the matrix does not know")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each_service_refuses_whom_it_must() {
        return guarded().entrySet().stream()
                .filter(call -> allowed(call.getKey()) != null)
                .map(call -> dynamicTest(call.getKey(), () -> {
                    for (var role : ROLES) {
                        if (!allowed(call.getKey()).contains(role)) {
                            assertRefused(call.getKey(), call.getValue(), role, somebody(role));
                        }
                    }
                    assertRefused(call.getKey(), call.getValue(), "anonymous", anonymous());
                    assertRefused(call.getKey(), call.getValue(), "nobody", null);
                }));
    }

    private record Call(Object bean, Method method) {}

    private Map<String, Call> guarded() {
        var calls = new TreeMap<String, Call>();
        for (var name : application.getBeanDefinitionNames()) {
            if (!application.isSingleton(name)) {
                continue;
            }
            var bean = application.getBean(name);
            var type = AopUtils.getTargetClass(bean);
            if (type.getPackageName().startsWith("clinic.daybreak") && isGuarded(type)) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> !Modifier.isPrivate(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())
                                && !method.isSynthetic())
                        .sorted(Comparator.comparing(Method::toGenericString))
                        .forEach(method ->
                                calls.put(type.getSimpleName() + "." + method.getName(), new Call(bean, method)));
            }
        }
        return calls;
    }

    private static boolean isGuarded(Class<?> type) {
        return type.isAnnotationPresent(PreAuthorize.class)
                || Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.isAnnotationPresent(PreAuthorize.class));
    }

    private static Set<String> allowed(String method) {
        return ALLOWED.getOrDefault(method, ALLOWED.get(method.substring(0, method.indexOf('.'))));
    }

    private void assertRefused(String name, Call call, String who, Authentication authentication) {
        StaffFixtures.as(contexts, authentication, () -> {
            assertThat(failure(call))
                    .as(name + " by " + who)
                    .isInstanceOfAny(AccessDeniedException.class, AuthenticationCredentialsNotFoundException.class);
            return true;
        });
    }

    private static Throwable failure(Call call) {
        try {
            call.method().setAccessible(true);
            call.method().invoke(call.bean(), nothing(call.method()));
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The check comes before the method: what is handed in does not matter. */
    private static Object[] nothing(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type ->
                        type == int.class ? (Object) 0 : type == long.class ? 0L : type == boolean.class ? false : null)
                .toArray();
    }

    private static Authentication somebody(String role) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "somebody", null, AuthorityUtils.createAuthorityList("ROLE_" + role));
    }

    private static Authentication anonymous() {
        return new AnonymousAuthenticationToken(
                "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }
}
