/** All against all: many things at once, in memory, on all processors. */
@org.springframework.modulith.NamedInterface("batch")
@NullMarked
package org.mdmhub.matching.batch;

import org.jspecify.annotations.NullMarked;
