/** npm's own bound. */
const MAX_LENGTH = 214;

/** Url-safe words, with or without a scope. Old packages may have capitals; none may begin with a dot. */
const PACKAGE_NAME = /^(?:@[\w!'()*~-][\w.!'()*~-]*\/)?[\w!'()*~-][\w.!'()*~-]*$/;

/**
 * Whether `name` may name an npm package, old ones included. No such name leads out of a `node_modules`
 * folder: no separator but the scope's, no backslash, no leading dot.
 */
export function isPackageName(name: unknown): name is string {
  return typeof name === "string" && name.length <= MAX_LENGTH && PACKAGE_NAME.test(name) && name !== "node_modules";
}
