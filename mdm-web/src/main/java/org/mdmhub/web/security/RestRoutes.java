package org.mdmhub.web.security;

import static org.mdmhub.web.security.Routes.API;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.security.Routes.Route;

/** What each route of the REST API asks of its caller. */
final class RestRoutes {

    static final List<Route> ALL = List.of(
            new Route(GET, API + "/change-requests", Right.READ_REQUESTS),
            new Route(GET, API + "/change-requests/{id}", Right.READ_REQUESTS),
            new Route(POST, API + "/change-requests", Right.ASK),
            new Route(PUT, API + "/change-requests/{id}", Right.ASK),
            new Route(POST, API + "/change-requests/{id}/submit", Right.ASK),
            new Route(POST, API + "/change-requests/{id}/withdraw", Right.ASK),
            new Route(POST, API + "/change-requests/{id}/approve", Right.DECIDE),
            new Route(POST, API + "/change-requests/{id}/return", Right.DECIDE),
            new Route(POST, API + "/change-requests/{id}/reject", Right.DECIDE),
            // many at once, and what became of them
            new Route(POST, API + "/change-requests/bulk", Right.DECIDE),
            new Route(GET, API + "/bulks/{id}", Right.DECIDE),
            new Route(POST, API + "/documents", Right.ASK),
            new Route(GET, API + "/documents/{sha256}", Right.READ_MASTERS),
            new Route(GET, API + "/duplicates", Right.JUDGE_DUPLICATES),
            new Route(POST, API + "/duplicates/scan", Right.DEFINE),
            new Route(POST, API + "/duplicates/{id}/dismiss", Right.JUDGE_DUPLICATES),
            new Route(POST, API + "/duplicates/{id}/reopen", Right.JUDGE_DUPLICATES),
            new Route(GET, API + "/lists", Right.ASK),
            new Route(POST, API + "/lists", Right.ASK),
            new Route(GET, API + "/lists/{id}", Right.ASK),
            new Route(DELETE, API + "/lists/{id}", Right.ASK),
            new Route(GET, API + "/lists/{id}/result", Right.ASK),
            new Route(POST, API + "/lists/{id}/cancel", Right.ASK),
            new Route(POST, API + "/merges/preview", Right.JUDGE_DUPLICATES),
            new Route(GET, API + "/merges/{id}/unmerge", Right.READ_MASTERS),
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
            new Route(POST, API + "/change-requests/{id}/reassign", Right.DECIDE),
            new Route(GET, API + "/change-requests/{id}/reassignments", Right.READ_REQUESTS),
            new Route(GET, API + "/delegations", Right.BE_LOGGED_IN),
            new Route(POST, API + "/delegations", Right.BE_LOGGED_IN),
            new Route(POST, API + "/delegations/{id}/revoke", Right.BE_LOGGED_IN),
            new Route(GET, API + "/calendars", Right.READ_MASTERS),
            new Route(GET, API + "/calendars/{key}", Right.READ_MASTERS),
            new Route(GET, API + "/calendars/of/{orgUnit}/due", Right.READ_MASTERS),
            new Route(GET, API + "/freezes", Right.READ_MASTERS),
            new Route(POST, API + "/mass-changes", Right.ASK),
            new Route(GET, API + "/mass-changes", Right.READ_REQUESTS),
            new Route(GET, API + "/mass-changes/{id}", Right.READ_REQUESTS),
            new Route(GET, API + "/mass-changes/{id}/items", Right.READ_REQUESTS),
            new Route(POST, API + "/mass-changes/{id}/submit", Right.ASK),
            new Route(POST, API + "/mass-changes/{id}/cancel", Right.READ_REQUESTS),
            new Route(GET, API + "/dormant-records", Right.ASK),
            new Route(POST, API + "/dormant-records/confirm", Right.ASK),
            new Route(POST, API + "/notice-channels/{id}/test", Right.ADMINISTER),
            new Route(POST, API + "/notice-settings/test", Right.BE_LOGGED_IN),
            new Route(GET, API + "/policies", Right.READ_MASTERS),
            new Route(GET, API + "/policies/{key}", Right.READ_MASTERS),
            new Route(POST, API + "/policies/trials", Right.ASK),
            new Route(GET, API + "/survivorship", Right.READ_MASTERS),
            new Route(GET, API + "/survivorship/{type}", Right.READ_MASTERS),
            new Route(POST, API + "/survivorship/{type}/trials", Right.DEFINE),
            new Route(GET, API + "/{type}/{code}/origins", Right.READ_MASTERS),
            new Route(POST, API + "/change-requests/{id}/comments", Right.READ_REQUESTS),
            new Route(POST, API + "/change-requests/{id}/urge", Right.ASK),
            new Route(POST, API + "/change-requests/{id}/watch", Right.READ_REQUESTS),
            new Route(POST, API + "/change-requests/{id}/unwatch", Right.READ_REQUESTS),
            new Route(GET, API + "/changes", Right.READ_MASTERS),
            // last, for {type} stands for any word
            new Route(GET, API + "/{type}", Right.READ_MASTERS),
            new Route(GET, API + "/{type}/{code}", Right.READ_MASTERS),
            new Route(GET, API + "/{type}/{code}/history", Right.READ_MASTERS),
            new Route(POST, API + "/{type}/match", Right.READ_MASTERS),
            new Route(POST, API + "/{type}/check", Right.READ_MASTERS));

    private RestRoutes() {}
}
