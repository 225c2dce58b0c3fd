package org.mdmhub.web.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.mdmhub.organisation.Right;
import org.springframework.http.HttpMethod;

/** What each route asks of its caller. A route that stands nowhere here is closed, and a test names it. */
public final class Routes {

    /** A route and the right that it takes. */
    public record Route(HttpMethod method, String pattern, Right right) {}

    static final List<String> OPEN = List.of(
            "/login", "/login/wait", "/setup", "/welcome", "/webjars/**", "/assets/**", "/favicon.ico", "/error");

    private static final String API = "/api/v1";

    /** Open to machines that have no token: they tell nothing that is stored here. */
    static final List<String> OPEN_REST = List.of(API + "/codes/verify");

    static final List<Route> REST = List.of(
            new Route(GET, API + "/change-requests", Right.READ_REQUESTS),
            new Route(GET, API + "/change-requests/{id}", Right.READ_REQUESTS),
            new Route(POST, API + "/change-requests", Right.ASK),
            new Route(PUT, API + "/change-requests/{id}", Right.ASK),
            new Route(POST, API + "/change-requests/{id}/submit", Right.ASK),
            new Route(POST, API + "/change-requests/{id}/withdraw", Right.ASK),
            new Route(POST, API + "/change-requests/{id}/approve", Right.DECIDE),
            new Route(POST, API + "/change-requests/{id}/return", Right.DECIDE),
            new Route(POST, API + "/change-requests/{id}/reject", Right.DECIDE),
            new Route(POST, API + "/documents", Right.ASK),
            new Route(GET, API + "/documents/{sha256}", Right.READ_MASTERS),
            new Route(GET, API + "/duplicates", Right.JUDGE_DUPLICATES),
            new Route(POST, API + "/duplicates/{id}/dismiss", Right.JUDGE_DUPLICATES),
            new Route(GET, API + "/keys/{system}/{key}", Right.READ_MASTERS),
            new Route(GET, API + "/coding-schemes/{type}", Right.READ_MASTERS),
            new Route(PUT, API + "/coding-schemes/{type}", Right.DEFINE),
            new Route(POST, API + "/coding-schemes/{type}/simulate", Right.READ_MASTERS),
            new Route(GET, API + "/codes/{type}/gaps", Right.READ_MASTERS),
            new Route(POST, API + "/codes/check", Right.READ_MASTERS),
            new Route(GET, API + "/codes/{type}/{code}", Right.READ_MASTERS),
            new Route(GET, API + "/targets", Right.READ_TARGETS),
            new Route(GET, API + "/targets/{name}", Right.READ_TARGETS),
            new Route(PUT, API + "/targets/{name}", Right.OPERATE_TARGETS),
            new Route(POST, API + "/targets/{name}/pause", Right.OPERATE_TARGETS),
            new Route(POST, API + "/targets/{name}/resume", Right.OPERATE_TARGETS),
            new Route(POST, API + "/targets/{name}/check", Right.OPERATE_TARGETS),
            new Route(POST, API + "/targets/{name}/replay", Right.OPERATE_TARGETS),
            new Route(GET, API + "/deliveries", Right.READ_TARGETS),
            new Route(GET, API + "/deliveries/{id}", Right.READ_TARGETS),
            new Route(POST, API + "/deliveries/{id}/retry", Right.OPERATE_TARGETS),
            new Route(POST, API + "/deliveries/{id}/skip", Right.OPERATE_TARGETS),
            new Route(GET, API + "/categories/{type}", Right.READ_MASTERS),
            new Route(GET, API + "/reference", Right.READ_MASTERS),
            new Route(GET, API + "/reference/{table}", Right.READ_MASTERS),
            new Route(POST, API + "/reference/{table}", Right.DEFINE),
            new Route(GET, API + "/reference/{table}/mappings/{target}", Right.READ_MASTERS),
            new Route(POST, API + "/reference/{table}/mappings/{target}", Right.OPERATE_TARGETS),
            new Route(POST, API + "/tokens", Right.ADMINISTER),
            new Route(POST, API + "/tokens/{id}/revoke", Right.ADMINISTER),
            new Route(GET, API + "/rules", Right.READ_MASTERS),
            new Route(GET, API + "/rules/{key}", Right.READ_MASTERS),
            new Route(POST, API + "/rules/trials", Right.DEFINE),
            new Route(GET, API + "/rules/trials/{id}", Right.READ_MASTERS),
            // last, for {type} stands for any word
            new Route(GET, API + "/{type}", Right.READ_MASTERS),
            new Route(GET, API + "/{type}/{code}", Right.READ_MASTERS),
            new Route(GET, API + "/{type}/{code}/history", Right.READ_MASTERS),
            new Route(POST, API + "/{type}/match", Right.READ_MASTERS),
            new Route(POST, API + "/{type}/check", Right.READ_MASTERS));

    static final List<Route> SCREENS = List.of(
            new Route(GET, "/", Right.BE_LOGGED_IN),
            new Route(POST, "/first-steps", Right.BE_LOGGED_IN),
            new Route(GET, "/first-steps/code", Right.BE_LOGGED_IN),
            new Route(GET, "/first-steps/history", Right.BE_LOGGED_IN),
            new Route(POST, "/preferences", Right.BE_LOGGED_IN),
            new Route(GET, "/help", Right.BE_LOGGED_IN),
            new Route(GET, "/help/{page}", Right.BE_LOGGED_IN),
            new Route(GET, "/search", Right.READ_MASTERS),
            new Route(GET, "/inbox", Right.READ_REQUESTS),
            new Route(GET, "/inbox/{id}", Right.READ_REQUESTS),
            new Route(POST, "/inbox/{id}/approve", Right.DECIDE),
            new Route(POST, "/inbox/{id}/return", Right.DECIDE),
            new Route(POST, "/inbox/{id}/reject", Right.DECIDE),
            new Route(POST, "/inbox/{id}/withdraw", Right.ASK),
            new Route(GET, "/targets", Right.READ_TARGETS),
            new Route(GET, "/targets/{name}", Right.READ_TARGETS),
            new Route(POST, "/targets/{name}/pause", Right.OPERATE_TARGETS),
            new Route(POST, "/targets/{name}/resume", Right.OPERATE_TARGETS),
            new Route(POST, "/targets/{name}/check", Right.OPERATE_TARGETS),
            new Route(POST, "/targets/{name}/replay", Right.OPERATE_TARGETS),
            new Route(POST, "/targets/{name}/readiness", Right.OPERATE_TARGETS),
            new Route(POST, "/targets/{name}/resend", Right.OPERATE_TARGETS),
            new Route(GET, "/deliveries/{id}", Right.READ_TARGETS),
            new Route(POST, "/deliveries/{id}/retry", Right.OPERATE_TARGETS),
            new Route(POST, "/deliveries/{id}/skip", Right.OPERATE_TARGETS),
            new Route(GET, "/records/{type}/{code}/targets", Right.READ_MASTERS),
            new Route(GET, "/people", Right.ADMINISTER),
            new Route(GET, "/people/new", Right.ADMINISTER),
            new Route(POST, "/people/new", Right.ADMINISTER),
            new Route(GET, "/people/{login}", Right.ADMINISTER),
            new Route(POST, "/people/{login}/name", Right.ADMINISTER),
            new Route(POST, "/people/{login}/disable", Right.ADMINISTER),
            new Route(POST, "/people/{login}/enable", Right.ADMINISTER),
            new Route(POST, "/people/{login}/unlock", Right.ADMINISTER),
            new Route(POST, "/people/{login}/link", Right.ADMINISTER),
            new Route(POST, "/people/{login}/roles", Right.ADMINISTER),
            new Route(POST, "/people/{login}/roles/{role}/{organisation}/withdraw", Right.ADMINISTER),
            new Route(POST, "/people/{login}/sessions/end", Right.ADMINISTER),
            new Route(POST, "/people/{login}/sessions/{mark}/end", Right.ADMINISTER),
            new Route(POST, "/people/{login}/tokens", Right.ADMINISTER),
            new Route(POST, "/people/{login}/tokens/{id}/revoke", Right.ADMINISTER),
            new Route(GET, "/account", Right.BE_LOGGED_IN),
            new Route(POST, "/account/password", Right.BE_LOGGED_IN),
            new Route(POST, "/account/sessions/end", Right.BE_LOGGED_IN),
            new Route(POST, "/account/sessions/{mark}/end", Right.BE_LOGGED_IN),
            new Route(POST, "/account/tokens", Right.BE_LOGGED_IN),
            new Route(POST, "/account/tokens/{id}/revoke", Right.BE_LOGGED_IN),
            new Route(GET, "/standard", Right.READ_MASTERS),
            new Route(GET, "/standard/categories", Right.READ_MASTERS),
            new Route(GET, "/standard/categories/choices", Right.READ_MASTERS),
            new Route(GET, "/standard/categories/edit", Right.DEFINE),
            new Route(POST, "/standard/categories/edit/preview", Right.DEFINE),
            new Route(POST, "/standard/categories/edit/send", Right.DEFINE),
            new Route(POST, "/standard/categories/edit/retire", Right.DEFINE),
            new Route(GET, "/standard/reference", Right.READ_MASTERS),
            new Route(GET, "/standard/reference/{table}", Right.READ_MASTERS),
            new Route(GET, "/standard/reference/{table}/choices", Right.READ_MASTERS),
            new Route(GET, "/standard/reference/{table}/entries.csv", Right.READ_MASTERS),
            new Route(POST, "/standard/reference/{table}/load", Right.DEFINE),
            new Route(GET, "/standard/reference/{table}/mappings/{target}.csv", Right.READ_MASTERS),
            new Route(POST, "/standard/reference/{table}/mappings/{target}", Right.OPERATE_TARGETS),
            new Route(GET, "/standard/forms", Right.READ_MASTERS),
            new Route(POST, "/standard/forms/{type}/{verb}", Right.DEFINE),
            new Route(GET, "/standard/coding", Right.READ_MASTERS),
            new Route(GET, "/standard/coding-schemes", Right.READ_MASTERS),
            new Route(POST, "/standard/coding-schemes", Right.DEFINE),
            new Route(POST, "/standard/coding-schemes/step", Right.DEFINE),
            new Route(POST, "/standard/coding-schemes/preview", Right.DEFINE),
            new Route(GET, "/standard/codes", Right.READ_MASTERS),
            new Route(GET, "/standard/codes/gaps", Right.READ_MASTERS),
            new Route(GET, "/quality", Right.READ_MASTERS),
            new Route(GET, "/quality/fields", Right.READ_MASTERS),
            new Route(POST, "/quality/review", Right.DEFINE),
            new Route(GET, "/standard/rules", Right.READ_MASTERS),
            new Route(GET, "/standard/rules/edit", Right.DEFINE),
            new Route(POST, "/standard/rules/form", Right.DEFINE),
            new Route(POST, "/standard/rules/try", Right.DEFINE),
            new Route(POST, "/standard/rules/cancel", Right.DEFINE),
            new Route(POST, "/standard/rules/ask", Right.DEFINE),
            new Route(POST, "/standard/rules/switch", Right.DEFINE),
            new Route(GET, "/standard/rules/trial", Right.DEFINE),
            new Route(GET, "/standard/rules/trial.csv", Right.DEFINE),
            new Route(GET, "/documents/{sha256}", Right.READ_MASTERS),
            // before the records: {code} stands for any word
            new Route(GET, "/records/{type}/new", Right.ASK),
            new Route(POST, "/records/{type}/new/{verb}", Right.ASK),
            new Route(GET, "/records/{type}/{code}/edit", Right.ASK),
            new Route(POST, "/records/{type}/{code}/edit/{verb}", Right.ASK),
            new Route(GET, "/records/{type}/{code}/{deed:block|unblock|retire|extend}", Right.ASK),
            new Route(POST, "/records/{type}/{code}/{deed:block|unblock|retire|extend}", Right.ASK),
            new Route(GET, "/records/{type}/{code}/restore", Right.ASK),
            new Route(POST, "/records/{type}/{code}/restore", Right.ASK),
            new Route(GET, "/requests/{id}/edit", Right.ASK),
            new Route(POST, "/requests/{id}/edit/{verb}", Right.ASK),
            new Route(POST, "/requests/{id}/submit", Right.ASK),
            new Route(POST, "/requests/{id}/withdraw", Right.ASK),
            new Route(GET, "/records/{type}", Right.READ_MASTERS),
            new Route(GET, "/records/{type}/{code}", Right.READ_MASTERS),
            new Route(GET, "/records/{type}/export.csv", Right.READ_MASTERS),
            new Route(GET, "/records/{type}/export.xlsx", Right.READ_MASTERS),
            new Route(POST, "/records/{type}/columns", Right.READ_MASTERS),
            new Route(POST, "/records/{type}/filters", Right.READ_MASTERS),
            new Route(POST, "/records/{type}/filters/delete", Right.READ_MASTERS),
            new Route(GET, "/records/{type}/{code}/fields/{field}", Right.READ_MASTERS));

    static final List<Route> OPERATIONS = List.of(
            new Route(GET, "/actuator/prometheus", Right.ADMINISTER),
            new Route(GET, "/v3/api-docs", Right.ADMINISTER),
            new Route(GET, "/v3/api-docs.yaml", Right.ADMINISTER));

    private Routes() {}
}
