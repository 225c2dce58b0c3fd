package org.mdmhub.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No route without a declared right, and no right declared for a route that is not there. */
@WebTest
class RoutesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void every_route_declares_what_it_asks_of_its_caller() {
        Set<String> declared = declared();
        assertThat(existing().filter(route -> !declared.contains(route))).isEmpty();
    }

    @Test
    void every_declared_route_exists() {
        Set<String> existing = existing().collect(Collectors.toSet());
        // the endpoints of the container's own health and metrics are mapped elsewhere
        assertThat(declared().stream().filter(route -> !route.contains("/actuator/")))
                .allMatch(existing::contains, "exists");
    }

    @Test
    void no_route_is_declared_twice() {
        assertThat(all().map(route -> route.method() + " " + route.pattern())).doesNotHaveDuplicates();
    }

    private static Stream<Routes.Route> all() {
        return Stream.of(Routes.REST, Routes.SCREENS, Routes.OPERATIONS).flatMap(Collection::stream);
    }

    private static Set<String> declared() {
        return all().map(route -> route.method() + " " + route.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As method and pattern; what is open to everybody is left out. */
    private Stream<String> existing() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(RoutesTest::routes)
                .filter(route -> Stream.concat(Routes.OPEN.stream(), Routes.OPEN_REST.stream())
                        .noneMatch(open -> route.endsWith(" " + open)));
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : methods.stream().map(method -> method + " " + pattern));
    }
}
