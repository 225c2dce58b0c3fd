/** Tests of forms without code. */
@NullMarked
package org.mdmhub.web.form;

import org.jspecify.annotations.NullMarked;
