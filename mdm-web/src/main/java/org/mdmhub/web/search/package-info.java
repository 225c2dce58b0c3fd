/** The one search box of the frame: masters of every kind by whatever they are known by. */
@NullMarked
package org.mdmhub.web.search;

import org.jspecify.annotations.NullMarked;
