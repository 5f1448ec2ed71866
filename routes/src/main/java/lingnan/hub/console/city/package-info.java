/**
 * Pages about the city itself on a day: subjects, agencies, programmes, and who shares what with whom. They tell what is
 * public among the agencies and nothing of any person, so a look at them is no entry in the log.
 */
@NullMarked
package lingnan.hub.console.city;

import org.jspecify.annotations.NullMarked;
