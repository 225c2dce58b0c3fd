/** Lists compared with the hub: a file is given in, and its rows come back with what the hub has of them. */
@NullMarked
package org.mdmhub.web.lists;

import org.jspecify.annotations.NullMarked;
