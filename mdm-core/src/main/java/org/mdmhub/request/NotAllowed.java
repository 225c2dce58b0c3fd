package org.mdmhub.request;

/** The request's status does not allow the action. */
public class NotAllowed extends RuntimeException {

    private final transient ChangeRequest request;

    NotAllowed(ChangeRequest request, ChangeStatus.Action action) {
        super("request " + request.number() + " is " + request.status() + ": no " + action);
        this.request = request;
    }

    public ChangeRequest request() {
        return request;
    }
}
