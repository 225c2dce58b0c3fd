/** What somebody was told: bell, list, how he wants to be told, and the channels to groups. */
@NullMarked
package org.mdmhub.web.notice;

import org.jspecify.annotations.NullMarked;
