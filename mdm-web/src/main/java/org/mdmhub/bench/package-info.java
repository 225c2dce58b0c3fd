/** Benchmarks: each drives the hub from outside and proves at its end that what it measured was done. */
@NullMarked
package org.mdmhub.bench;

import org.jspecify.annotations.NullMarked;
