import path from "node:path";

/** What the compiler itself needs, to write `using` for Node 20, is the one package that is taken in. */
const TAKEN_IN = "@oxc-project/runtime/";

/**
 * Whether a bundle leaves out what is imported by this id: other packages and Node's own modules, told by how they are
 * named. Once resolved, an id is the path of a file of the package, or of what is taken in.
 *
 * @type {import("rolldown").ExternalOptionFunction}
 */
export function isExternal(id, _importer, isResolved) {
  // Windows' idea of an absolute path holds those of other systems too.
  return !isResolved && !path.win32.isAbsolute(id) && !/^[.\0]/.test(id) && !id.startsWith(TAKEN_IN);
}
