package org.mdmhub.web.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads from the banner of the demo to its sandboxes. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class SandboxLinks implements WebMvcConfigurer, HandlerInterceptor {

    private final List<Link> links;

    SandboxLinks(@Value("${server.port}") int port) {
        links = List.of(new Link("CRM", address(port + 1)), new Link("ERP", address(port + 2)));
    }

    /** One sandbox. */
    record Link(String name, String address) {}

    private static String address(int port) {
        return "http://localhost:" + port + "/";
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**", "/webjars/**", "/assets/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("sandboxes", links);
        return true;
    }
}
