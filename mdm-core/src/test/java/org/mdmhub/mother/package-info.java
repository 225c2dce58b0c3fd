/** Data and people for tests, each different from all others, and the office that sends them down the road. */
@NullMarked
package org.mdmhub.mother;

import org.jspecify.annotations.NullMarked;
