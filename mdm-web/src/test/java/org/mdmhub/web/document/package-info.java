@NullMarked
package org.mdmhub.web.document;

import org.jspecify.annotations.NullMarked;
