/** How good the data are: open findings by rule, organisation and owner over time, and how well each field is filled. */
@NullMarked
package org.mdmhub.web.quality;

import org.jspecify.annotations.NullMarked;
