/**
 * The city as data: agencies, subjects, programmes, calendars, read from files into one immutable snapshot that is
 * replaced whole or not at all. The way in is {@link lingnan.hub.catalog.Catalog}. It holds grants as
 * they are stated and must not decide by them who may do what.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package lingnan.hub.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
