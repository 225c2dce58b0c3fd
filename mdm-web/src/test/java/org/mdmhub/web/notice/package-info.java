@NullMarked
package org.mdmhub.web.notice;

import org.jspecify.annotations.NullMarked;
