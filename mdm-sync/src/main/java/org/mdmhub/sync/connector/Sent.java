package org.mdmhub.sync.connector;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;

/** Reads what a request carries; its publisher gives a body that is in memory as often as it is asked. */
final class Sent implements Flow.Subscriber<ByteBuffer> {

    private final BodySubscriber<String> whole = BodySubscribers.ofString(StandardCharsets.UTF_8);

    private Sent() {}

    /** The body as text, empty where there is none. */
    static String body(HttpRequest request) {
        return request.bodyPublisher().map(Sent::text).orElse("");
    }

    private static String text(BodyPublisher publisher) {
        Sent sent = new Sent();
        publisher.subscribe(sent);
        return sent.whole.getBody().toCompletableFuture().join();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer part) {
        whole.onNext(List.of(part));
    }

    @Override
    public void onError(Throwable cause) {
        whole.onError(cause);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
