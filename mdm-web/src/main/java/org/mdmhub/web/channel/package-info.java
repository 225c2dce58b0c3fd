/** The ways out for notices: mail, signed webhooks and group robots, and what hands notices to them. */
@NullMarked
package org.mdmhub.web.channel;

import org.jspecify.annotations.NullMarked;
