/** Mass changes on the screen: what a change of a list would come to, the task with its progress, what did not go through. */
@NullMarked
package org.mdmhub.web.mass;

import org.jspecify.annotations.NullMarked;
