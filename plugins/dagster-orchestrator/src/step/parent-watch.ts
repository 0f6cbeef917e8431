import process from "node:process";

/*
 * Runs inside the process of `floe step`, before floe. Whoever started it is gone when the channel between them closes,
 * however that came about: then nobody wants the result, and the lock on the database has to be given back.
 */

/** How long the statement that runs may take to be interrupted, in milliseconds. */
const GRACE_MS = 5_000;

process.once("disconnect", () => {
  process.kill(process.pid, "SIGINT");
  // What plugins have started goes with it: the process leads a group of its own, where systems have groups.
  const group = process.platform === "win32" ? process.pid : -process.pid;
  setTimeout(() => process.kill(group, "SIGKILL"), GRACE_MS).unref();
});
// The listener alone must not keep a process that is done.
process.channel?.unref();
