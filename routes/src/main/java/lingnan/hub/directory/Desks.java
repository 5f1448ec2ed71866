package lingnan.hub.directory;

import org.springframework.stereotype.Component;

/** Who in this module answers what: the catalogue, X-Road's metadata, rights, objections. */
@Component
record Desks(Shelves shelves, Methods methods, GrantDesk grants, ObjectionDesk objections) {}
