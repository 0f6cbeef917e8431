// Imported before a program: once it was asked to end, or has nothing left to wait for, limits of ten seconds and more
// pass a hundred times as fast, so that a test can see one. Until then all of them hold.
const realSetTimeout = globalThis.setTimeout;
let isEnding = false;
for (const event of ["SIGINT", "beforeExit"]) {
  process.prependListener(event, () => {
    isEnding = true;
  });
}

globalThis.setTimeout = (callback, ms, ...args) =>
  realSetTimeout(callback, isEnding && ms >= 10_000 ? ms / 100 : ms, ...args);
