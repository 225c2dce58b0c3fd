/** The guide inside the program: one page a job, with pictures that the browser journeys took. */
@NullMarked
package org.mdmhub.web.help;

import org.jspecify.annotations.NullMarked;
