/**
 * Kingdee K/3 Cloud's WebAPI: signed headers, a look-up before each creation, Save, Submit and Audit as stages, and
 * errors inside HTTP 200.
 */
@NullMarked
package org.mdmhub.sync.connector.kingdee;

import org.jspecify.annotations.NullMarked;
