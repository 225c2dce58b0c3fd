/** Tests of the parts of the benchmarks that need no hub. */
@NullMarked
package org.mdmhub.bench;

import org.jspecify.annotations.NullMarked;
