/** The guide: its pages, and the pictures on them. */
@NullMarked
package org.mdmhub.web.help;

import org.jspecify.annotations.NullMarked;
