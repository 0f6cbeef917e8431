/**
 * Where a bundle keeps what several of its entries need: `shared` what a static import leads to, `lazy` what only dynamic
 * ones do, such as the code that commands have in common. Left to itself, the bundler makes a file for every combination
 * of entries, and `floe run` would load twenty.
 *
 * @returns {import("rolldown").CodeSplittingOptions}
 */
export function sharedChunks() {
  return {
    groups: [
      { debugName: "shared", name: (id, graph) => (isAtOnce(id, graph) ? "shared" : null), minShareCount: 2, priority: 2 },
      { debugName: "lazy", name: (id, graph) => (isAtOnce(id, graph) ? null : "lazy"), minShareCount: 2, priority: 1 },
    ],
  };
}

/** Whether static imports lead to a module from an entry. @param {string} id @param {import("rolldown").ChunkingContext} graph */
function isAtOnce(id, graph) {
  const found = new Set([id]);
  for (const one of found) {
    const module = graph.getModuleInfo(one);
    if (module?.isEntry) return true;
    for (const importer of module?.importers ?? []) found.add(importer);
  }
  return false;
}
