/** The house itself, held against its rules. */
@NullMarked
package org.mdmhub.structure;

import org.jspecify.annotations.NullMarked;
