package org.mdmhub.web.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** What one page hands to the next. Assets, machines and error pages do not ask for it, so they read no session. */
final class Flashes extends SessionFlashMapManager {

    private static final List<String> WITHOUT = List.of("/assets/", "/webjars/", "/api/", "/actuator/", "/v3/");

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        boolean none = request.getDispatcherType() == DispatcherType.ERROR
                || WITHOUT.stream().anyMatch(request.getRequestURI()::startsWith);
        return none ? null : super.retrieveFlashMaps(request);
    }
}
