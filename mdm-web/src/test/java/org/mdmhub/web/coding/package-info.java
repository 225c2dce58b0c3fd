/** Tests of the screens of the coding standard. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.coding;
