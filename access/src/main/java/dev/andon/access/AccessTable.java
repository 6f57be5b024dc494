package dev.andon.access;

import static dev.andon.kernel.AccessRole.ADMIN;
import static dev.andon.kernel.AccessRole.AUDITOR;
import static dev.andon.kernel.AccessRole.AUTHOR;
import static dev.andon.kernel.AccessRole.COMMANDER;
import static dev.andon.kernel.AccessRole.REPORTER;
import static dev.andon.kernel.AccessRole.RESPONDER;

import dev.andon.kernel.AccessRole;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may post what, and who may read what. All of it is here, and what is not here is for an ADMIN alone: a new path whose
 * row was forgotten is then closed to those it was made for, who will say so, rather than open to those it was not.
 */
public final class AccessTable {

    private static final Set<AccessRole> EVERY_ROLE = EnumSet.allOf(AccessRole.class);
    private static final Set<AccessRole> INSIDERS = Set.of(RESPONDER, COMMANDER, AUTHOR, AUDITOR, ADMIN);
    private static final Set<AccessRole> REPORTING = Set.of(REPORTER, RESPONDER, COMMANDER, ADMIN);
    private static final Set<AccessRole> RESPONDING = Set.of(RESPONDER, COMMANDER, ADMIN);
    private static final Set<AccessRole> COMMANDING = Set.of(COMMANDER, ADMIN);
    private static final Set<AccessRole> LEARNING = Set.of(RESPONDER, COMMANDER, AUTHOR, ADMIN);
    private static final Set<AccessRole> WRITING = Set.of(COMMANDER, AUTHOR, ADMIN);
    private static final Set<AccessRole> AUDITING = Set.of(AUDITOR, ADMIN);
    private static final Set<AccessRole> ADMINISTERING = Set.of(ADMIN);

    private static final String API = "/api/v1";

    public static final List<Row> ROWS = Stream.of(
            posts(REPORTING, "/incidents", "/incidents/{incidentId}/findings", "/panic"),
            posts(
                    RESPONDING,
                    "/incidents/{incidentId}/roles",
                    "/incidents/{incidentId}/roles/release",
                    "/incidents/{incidentId}/findings/{findingId}/assessments",
                    "/incidents/{incidentId}/impacts",
                    "/incidents/{incidentId}/rollbacks",
                    "/incidents/{incidentId}/rollbacks/{rollbackId}/outcome",
                    "/incidents/{incidentId}/rollbacks/{rollbackId}/reapplication",
                    "/incidents/{incidentId}/mitigations",
                    "/incidents/{incidentId}/runbook-steps",
                    "/incidents/{incidentId}/check-ins",
                    "/incidents/{incidentId}/updates",
                    "/incidents/{incidentId}/mitigated",
                    "/check-ins",
                    "/changes"),
            posts(
                    COMMANDING,
                    "/incidents/{incidentId}/severity",
                    "/incidents/{incidentId}/resolution",
                    "/incidents/{incidentId}/reopening",
                    "/incidents/{incidentId}/closure",
                    "/incidents/{incidentId}/false-alarm",
                    "/incidents/{incidentId}/merge"),
            posts(
                    LEARNING,
                    "/incidents/{incidentId}/entries/{entryId}/corrections",
                    "/incidents/{incidentId}/entries/{entryId}/retraction",
                    "/incidents/{incidentId}/entries/{entryId}/pin",
                    "/incidents/{incidentId}/entries/{entryId}/unpin",
                    "/incidents/{incidentId}/five-whys/owner",
                    "/incidents/{incidentId}/five-whys/answers",
                    "/incidents/{incidentId}/five-whys/root-causes",
                    "/incidents/{incidentId}/five-whys/completion",
                    "/incidents/{incidentId}/action-items",
                    "/action-items/{actionItemId}/votes",
                    "/action-items/{actionItemId}/assignment",
                    "/action-items/{actionItemId}/completion",
                    "/action-items/{actionItemId}/cancellation",
                    "/incidents/{incidentId}/retrospective/notes",
                    "/problems",
                    "/problems/{problemId}/incidents",
                    "/problems/{problemId}/workaround",
                    "/problems/{problemId}/fix",
                    "/problems/{problemId}/verification"),
            posts(
                    WRITING,
                    "/incidents/{incidentId}/postmortem/schedule",
                    "/incidents/{incidentId}/postmortem/sections/{section}",
                    "/incidents/{incidentId}/postmortem/publication",
                    "/incidents/{incidentId}/postmortem/waiver",
                    "/services",
                    "/runbooks",
                    "/runbooks/{runbookId}/versions",
                    "/operations-reviews",
                    "/readiness-checks",
                    "/readiness-checks/{readinessCheckId}/answers",
                    "/readiness-checks/{readinessCheckId}/sign-off",
                    "/planned-events"),
            posts(ADMINISTERING, "/imports", "/api-keys", "/api-keys/{apiKeyId}/revocation"),
            gets(
                    EVERY_ROLE,
                    "/incidents",
                    "/incidents/{incidentId}",
                    "/incidents/{incidentId}/findings/{findingId}",
                    "/panic/{incidentId}"),
            gets(
                    INSIDERS,
                    "/timeline",
                    "/incidents/{incidentId}/timeline",
                    "/incidents/{incidentId}/replay",
                    "/incidents/{incidentId}/changes-since",
                    "/incidents/{incidentId}/postmortem",
                    "/incidents/{incidentId}/rollbacks/{rollbackId}",
                    "/incidents/{incidentId}/five-whys",
                    "/incidents/{incidentId}/five-whys/answers/{answerId}",
                    "/incidents/{incidentId}/action-items",
                    "/incidents/{incidentId}/similar",
                    "/action-items",
                    "/action-items/{actionItemId}",
                    "/problems",
                    "/problems/{problemId}",
                    "/changes",
                    "/changes/{changeId}",
                    "/services",
                    "/services/{service}",
                    "/runbooks",
                    "/runbooks/{runbookId}",
                    "/planned-events",
                    "/planned-events/{plannedEventId}",
                    "/planned-events/{plannedEventId}/success-review",
                    "/readiness-checks",
                    "/readiness-checks/{readinessCheckId}",
                    "/operations-reviews",
                    "/operations-reviews/{operationsReviewId}",
                    "/reports/recurring-problems",
                    "/reports/service-levels",
                    "/reports/operations-review",
                    "/reports/readiness",
                    "/reports/dead-air",
                    "/reports/rollbacks",
                    "/reports/look-back"),
            gets(AUDITING, "/api-keys", "/api-keys/{apiKeyId}", "/audit/events", "/audit/journal",
                    "/admin/projections"),
            posts(
                    ADMINISTERING, "/admin/projections/{projection}/rebuild",
                    "/admin/projections/{projection}/resumption"),
            Stream.of(new Row(HttpMethod.GET, parse("/actuator/prometheus"), AUDITING)))
            .flatMap(rows -> rows)
            .toList();

    /** What needs no credentials: it says nothing about anybody's incidents. */
    public static final List<String> PUBLIC = List.of(
            "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/problems",
            "/problems/{type}",
            "/v3/api-docs/**");

    /** A pattern has as many elements as the paths that it matches, and few have as many as a given path. None ends in "**". */
    private static final Map<HttpMethod, Map<Integer, List<Row>>> ROWS_BY_LENGTH = ROWS.stream().collect(
            Collectors.groupingBy(Row::method, Collectors.groupingBy(Row::length)));

    private static final List<PathPattern> PUBLIC_PATHS = PUBLIC.stream().map(AccessTable::parse).toList();

    /** Everybody is told up or down; what is down, and why, only those who may read the figures. */
    private static final PathPattern HEALTH = parse("/actuator/health/**");

    /** Whoever has one of these roles may send this method to these paths. */
    public record Row(HttpMethod method, PathPattern path, Set<AccessRole> roles) {

        public Row {
            roles = Set.copyOf(roles);
        }

        private int length() {
            return PathContainer.parsePath(path.getPatternString()).elements().size();
        }
    }

    private AccessTable() {}

    public static boolean allows(Identity identity, HttpMethod method, PathContainer path) {
        return !Collections.disjoint(rolesFor(method, path), identity.roles());
    }

    static boolean allows(Identity identity, ServerHttpRequest request) {
        return allows(identity, request.getMethod(), pathOf(request));
    }

    static boolean isPublic(ServerHttpRequest request) {
        return isPublic(request.getMethod(), pathOf(request));
    }

    static boolean isPublic(HttpMethod method, PathContainer path) {
        return asked(method) == HttpMethod.GET && PUBLIC_PATHS.stream().anyMatch(open -> open.matches(path));
    }

    /** Whether who asks makes a difference all the same. */
    static boolean saysMoreToSome(ServerHttpRequest request) {
        return HEALTH.matches(pathOf(request));
    }

    /**
     * The path that leads to a handler, and no other. With a prefix that a proxy is said to have taken off, which may be a
     * lie, {@code /api/v1/incidents} looks like {@code /v3/api-docs/api/v1/incidents}, and that is public.
     */
    private static PathContainer pathOf(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication();
    }

    /** What can be done at a path, whichever service does it and whoever asks; nothing if there is no such path. */
    public static Set<HttpMethod> methodsAt(PathContainer path) {
        var methods = new TreeSet<HttpMethod>();
        ROWS.stream().filter(row -> row.path().matches(path)).map(Row::method).forEach(methods::add);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    public static Set<AccessRole> rolesFor(HttpMethod method, PathContainer path) {
        if (method.equals(HttpMethod.OPTIONS)) {
            return rolesForAsking(path);
        }
        List<Row> asLong = ROWS_BY_LENGTH.getOrDefault(asked(method), Map.of())
                .getOrDefault(path.elements().size(), List.of());
        for (Row row : asLong) {
            if (row.path().matches(path)) {
                return row.roles();
            }
        }
        return ADMINISTERING;
    }

    /** Whoever may do something at a path may ask what can be done there. */
    private static Set<AccessRole> rolesForAsking(PathContainer path) {
        return Stream.concat(
                ADMINISTERING.stream(),
                ROWS.stream().filter(row -> row.path().matches(path)).flatMap(row -> row.roles().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code HEAD} gives away no less than {@code GET} does. */
    private static HttpMethod asked(HttpMethod method) {
        return method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    }

    private static Stream<Row> posts(Set<AccessRole> roles, String... paths) {
        return Stream.of(paths).map(path -> new Row(HttpMethod.POST, parse(API + path), roles));
    }

    private static Stream<Row> gets(Set<AccessRole> roles, String... paths) {
        return Stream.of(paths).map(path -> new Row(HttpMethod.GET, parse(API + path), roles));
    }

    private static PathPattern parse(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
