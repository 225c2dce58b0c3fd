/** What a merge sets off in the targets: who is told, whose keys move, and what each reports of the records. */
@NamedInterface("merge")
@NullMarked
package org.mdmhub.sync.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
