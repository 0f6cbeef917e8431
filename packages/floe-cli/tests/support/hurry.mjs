// Imported before a program: limits of ten seconds and more pass a hundred times as fast, so that a test can see one.
const realSetTimeout = globalThis.setTimeout;

globalThis.setTimeout = (callback, ms, ...args) => realSetTimeout(callback, ms >= 10_000 ? ms / 100 : ms, ...args);
