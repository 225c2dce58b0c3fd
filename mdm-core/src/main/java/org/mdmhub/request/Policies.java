package org.mdmhub.request;

import java.util.List;

/** Says who must approve what. */
public interface Policies {

    /** The steps that such a change needs, numbered from 1 in the order of their stages. None needs nobody's approval. */
    List<Step> steps(PolicyCase change);
}
