package org.mdmhub.web.notice;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.mdmhub.notice.Notices;
import org.mdmhub.web.security.CurrentActor;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How much is new, on every whole page; the frame finds it as {@code bell}. */
@Component
class Bell implements HandlerInterceptor {

    private final CurrentActor actors;
    private final Notices notices;

    Bell(CurrentActor actors, Notices notices) {
        this.actors = actors;
        this.notices = notices;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean page = request.getDispatcherType() == DispatcherType.REQUEST && request.getHeader("HX-Request") == null;
        if (page) {
            actors.of(request)
                    .ifPresent(actor -> request.setAttribute(
                            "bell", notices.unread(List.of(actor.login())).getOrDefault(actor.login(), 0)));
        }
        return true;
    }

    /** Puts it on the pages. */
    @Configuration(proxyBeanMethods = false)
    static class OnPages implements WebMvcConfigurer {

        private final Bell bell;

        OnPages(Bell bell) {
            this.bell = bell;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(bell)
                    .excludePathPatterns("/api/**", "/webjars/**", "/assets/**", "/notices/stream", "/login", "/error");
        }
    }
}
