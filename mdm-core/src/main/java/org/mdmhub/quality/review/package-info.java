/** How good the records are as they stand: what is found about each, kept by every write and by a nightly review. */
@NamedInterface("review")
@NullMarked
package org.mdmhub.quality.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
