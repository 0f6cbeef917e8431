import process from "node:process";
import { reasonOf } from "floe-core";
import type { PluginJob, PluginMessage } from "./plugin-message.ts";
import { declaredSecrets, tryPlugin } from "./try-plugin.ts";

// The process of one plugin. It is started with a channel to the suite, which stops it when it has to.
const ALIVE_MS = 250;
const OPEN_MS = 400;

const job = JSON.parse(process.argv[2] ?? "null") as PluginJob;
const redactor = declaredSecrets(job);
const write = process.send?.bind(process);
const send = (message: PluginMessage): void => void write?.(message, () => {});

setInterval(() => send({ kind: "alive" }), ALIVE_MS).unref();
process.on("uncaughtException", (error) => send({ kind: "uncaught", reason: redactor.redact(reasonOf(error)) }));
// Without the suite nobody wants to know any more.
process.on("disconnect", () => process.exit());
process.channel?.unref();

try {
  await tryPlugin(job, send);
  setTimeout(() => send({ kind: "open", resources: process.getActiveResourcesInfo() }), OPEN_MS).unref();
} catch (error) {
  send({ kind: "refused", reason: reasonOf(error) });
}
