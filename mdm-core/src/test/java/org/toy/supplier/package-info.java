/** A third kind of master, as somebody would add it: nothing of the hub knows it. */
@NullMarked
package org.toy.supplier;

import org.jspecify.annotations.NullMarked;
