/** The masters on the screen: lists, and one record with its values, its targets and its history. */
@NullMarked
package org.mdmhub.web.record;

import org.jspecify.annotations.NullMarked;
