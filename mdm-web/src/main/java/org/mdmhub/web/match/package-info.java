/** Why two things may be the same: the weights drawn, and the page of the model behind them. */
@NullMarked
package org.mdmhub.web.match;

import org.jspecify.annotations.NullMarked;
