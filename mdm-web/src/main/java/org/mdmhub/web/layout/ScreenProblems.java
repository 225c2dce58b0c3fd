package org.mdmhub.web.layout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What a screen shows where its handler could not: a page in the frame, never a stack trace. */
@ControllerAdvice(annotations = Screen.class)
class ScreenProblems {

    private static final Logger log = LoggerFactory.getLogger(ScreenProblems.class);

    @ExceptionHandler
    ModelAndView notThere(NotThere e) {
        return page(HttpStatus.NOT_FOUND, "notFound");
    }

    @ExceptionHandler
    ModelAndView parameter(MethodArgumentTypeMismatchException e) {
        // an address with an id that cannot be one leads nowhere; a wrong filter is malformed
        return e.getParameter().hasParameterAnnotation(PathVariable.class)
                ? page(HttpStatus.NOT_FOUND, "notFound")
                : page(HttpStatus.BAD_REQUEST, "address");
    }

    /** A part of the address that cannot be what it should be, as a date or an id. */
    @ExceptionHandler
    ModelAndView unreadable(BindException e) {
        return page(HttpStatus.BAD_REQUEST, "address");
    }

    @ExceptionHandler
    ModelAndView others(Exception e) throws Exception {
        if (e instanceof org.springframework.security.access.AccessDeniedException || e instanceof ErrorResponse) {
            throw e;
        }
        return Refusal.of(e)
                .map(refusal -> page(refusal.status(), refusal.code()))
                .orElseGet(() -> {
                    log.error("a screen failed inside the hub", e);
                    return page(HttpStatus.INTERNAL_SERVER_ERROR, "failure");
                });
    }

    private static ModelAndView page(HttpStatus status, String code) {
        ModelAndView page = new ModelAndView("error");
        page.setStatus(status);
        page.addObject("code", code);
        return page;
    }
}
