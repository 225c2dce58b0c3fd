package org.mdmhub.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotAllowed;
import org.mdmhub.request.NotYourStep;
import org.mdmhub.request.Unsuitable;
import org.mdmhub.road.Refused;
import org.mdmhub.talk.TalkRefused;
import org.mdmhub.web.security.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells every refusal as RFC 9457 problem details, in the caller's language and never with a stack trace. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Texts texts;
    private final CandidateViews candidates;
    private final CurrentActor actors;

    Problems(Texts texts, CandidateViews candidates, CurrentActor actors) {
        this.texts = texts;
        this.candidates = candidates;
        this.actors = actors;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem e) {
        ProblemDetail problem = detail(e.status(), e.code(), e.findings());
        e.beside().forEach(problem::setProperty);
        return entity(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(Bodies.Malformed e) {
        return answer(HttpStatus.BAD_REQUEST, "malformed", e.findings());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyLimit.TooLarge e) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "tooLarge", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(MethodArgumentTypeMismatchException e) {
        // an address with an id that cannot be one leads nowhere; a wrong filter is malformed
        return e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
                ? answer(HttpStatus.NOT_FOUND, "notFound", List.of())
                : answer(HttpStatus.BAD_REQUEST, "malformed", List.of(Finding.error("/" + e.getName(), "malformed")));
    }

    /** The address itself cannot be read, as with a lone percent sign. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> address(InvalidParameterException e) {
        return answer(HttpStatus.BAD_REQUEST, "malformed", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fourEyes(FourEyes e) {
        return answer(HttpStatus.FORBIDDEN, "fourEyes", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> step(NotYourStep e) {
        return answer(HttpStatus.FORBIDDEN, "step", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> state(NotAllowed e) {
        return answer(HttpStatus.CONFLICT, "state", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsuitable(Unsuitable e) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", e.findings());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused e, HttpServletRequest request) {
        return switch (e.reason()) {
            case NOT_FOUND -> answer(HttpStatus.NOT_FOUND, "notFound", List.of());
            case NOT_REQUESTER -> answer(HttpStatus.FORBIDDEN, "notRequester", List.of());
            case NOT_DEFINER -> answer(HttpStatus.FORBIDDEN, "notDefiner", List.of());
            case INVALID -> answer(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", e.findings());
            case NO_CHANGE -> answer(HttpStatus.UNPROCESSABLE_CONTENT, "noChange", List.of());
            case STALE -> answer(HttpStatus.PRECONDITION_FAILED, "stale", List.of());
            case MOVED -> answer(HttpStatus.CONFLICT, "conflict", List.of());
            case STATE -> answer(HttpStatus.CONFLICT, "state", List.of());
            case FROZEN -> answer(HttpStatus.CONFLICT, "frozen", e.findings());
            case DUPLICATE -> duplicate(e.candidates(), actors.of(request).orElse(null));
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> talk(TalkRefused e) {
        return switch (e.reason()) {
            case NOT_FOUND -> answer(HttpStatus.NOT_FOUND, "notFound", List.of());
            case MAY_NOT -> answer(HttpStatus.FORBIDDEN, "forbidden", List.of());
            case NOT_REQUESTER -> answer(HttpStatus.FORBIDDEN, "notRequester", List.of());
            case STATE -> answer(HttpStatus.CONFLICT, "state", List.of());
            case INVALID -> answer(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", e.findings());
            case TOO_SOON -> {
                ProblemDetail problem = detail(HttpStatus.CONFLICT, "urged", List.of());
                problem.setProperty("until", e.until());
                yield entity(problem);
            }
        };
    }

    private ResponseEntity<ProblemDetail> duplicate(List<Candidate> same, @Nullable Actor reader) {
        ProblemDetail problem = detail(HttpStatus.CONFLICT, "duplicate", List.of());
        problem.setProperty("candidates", reader == null ? List.of() : candidates.of(same, reader));
        return entity(problem);
    }

    /** No connection left, or the database away: to be tried again, and nothing was half done. */
    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessException.class})
    ResponseEntity<ProblemDetail> database(Exception e) {
        log.error("the database failed a call", e);
        boolean away = e instanceof CannotCreateTransactionException
                || e instanceof org.springframework.dao.DataAccessResourceFailureException;
        return away
                ? answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of())
                : answer(HttpStatus.INTERNAL_SERVER_ERROR, "failure", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> others(Exception e) throws Exception {
        if (e instanceof org.springframework.security.access.AccessDeniedException) {
            throw e;
        }
        if (e instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, status == HttpStatus.NOT_FOUND ? "notFound" : "malformed", List.of());
        }
        if (e instanceof org.springframework.http.converter.HttpMessageNotReadableException) {
            return answer(HttpStatus.BAD_REQUEST, "malformed", List.of());
        }
        log.error("a call failed inside the hub", e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "failure", List.of());
    }

    private ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, List<Finding> findings) {
        return entity(detail(status, code, findings));
    }

    private ProblemDetail detail(HttpStatus status, String code, List<Finding> findings) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(texts.of("problem." + code));
        problem.setDetail(texts.of("problem." + code + ".detail"));
        problem.setProperty("code", code);
        if (!findings.isEmpty()) {
            problem.setProperty(
                    "errors",
                    findings.stream()
                            .map(finding -> new Wrong(finding.pointer(), finding.code(), texts.of(finding)))
                            .toList());
        }
        return problem;
    }

    private static ResponseEntity<ProblemDetail> entity(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** One wrong value. */
    record Wrong(String pointer, String code, String message) {}
}
