/** Talking about a request on the screen: comments, mentions, watching, urging. */
@NullMarked
package org.mdmhub.web.talk;

import org.jspecify.annotations.NullMarked;
