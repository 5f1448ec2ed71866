/**
 * XSLT 3.0 between an agency's format and the canonical one, compiled once, shut off from files, network and clock. The
 * way in is {@link lingnan.transformers.mapping.Mapping}; shared functions are in the folder {@code xslt}.
 */
@NullMarked
package lingnan.transformers.mapping;

import org.jspecify.annotations.NullMarked;
