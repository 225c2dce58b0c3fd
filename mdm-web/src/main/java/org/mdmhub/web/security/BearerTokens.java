package org.mdmhub.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who brings {@code Authorization: Bearer TOKEN}, with the rights that the token lends. */
final class BearerTokens extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";

    private final ApiTokens tokens;
    private final AuthenticationEntryPoint refused;

    BearerTokens(ApiTokens tokens, AuthenticationEntryPoint refused) {
        this.tokens = tokens;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            chain.doFilter(request, response);
            return;
        }
        var lent = tokens.find(header.substring(BEARER.length()).strip());
        if (lent.isEmpty()) {
            refused.commence(request, response, new BadCredentialsException("the token is not valid"));
            return;
        }
        var caller =
                UsernamePasswordAuthenticationToken.authenticated(lent.get().login(), null, java.util.List.of());
        caller.setDetails(lent.get().rights());
        SecurityContextHolder.getContext().setAuthentication(caller);
        chain.doFilter(request, response);
    }
}
