package org.mdmhub.request;

import java.util.List;

/** Says who must approve what. */
public interface Policies {

    /** The steps that a request needs, numbered from 1; none means that it needs nobody's approval. */
    List<Step> steps(PolicyCase c);
}
