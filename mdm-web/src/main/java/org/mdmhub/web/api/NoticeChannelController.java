package org.mdmhub.web.api;

import org.mdmhub.organisation.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the ways by which notices go out work. */
@RestController
@RequestMapping("/api/v1")
class NoticeChannelController {

    private final TestMessages messages;

    NoticeChannelController(TestMessages messages) {
        this.messages = messages;
    }

    /** Sends a test message to a group's channel and says what came back. */
    @PostMapping("/notice-channels/{id}/test")
    TestMessages.Sent group(@PathVariable int id) {
        return told(messages.toGroup(id).orElseThrow(Problem::notFound));
    }

    /** Sends one to the caller's own mail address. */
    @PostMapping("/notice-settings/test")
    TestMessages.Sent own(Actor who) {
        return told(messages.toOwnMail(who));
    }

    private static TestMessages.Sent told(TestMessages.Sent sent) {
        if (sent.state() == TestMessages.State.TOO_SOON) {
            throw new Problem(HttpStatus.TOO_MANY_REQUESTS, "tooSoon");
        }
        return sent;
    }
}
