import { redactorFor, reasonOf, type Redactor } from "floe-core";
import { ContractRun } from "../contract-run.ts";
import { normalDeclaration } from "../normal-declaration.ts";
import type { Hook } from "../trial/hook.ts";
import { readDeclaration } from "../subject/manifest-entry.ts";
import { installedSubject } from "./installed-subject.ts";
import { pluginClauses } from "./plugin-clauses.ts";
import type { PluginJob, PluginMessage } from "./plugin-message.ts";

/** Tries one plugin in this process, and tells of each clause when it begins and when it has ended. */
export async function tryPlugin({ type, name, application, folder }: PluginJob, send: (message: PluginMessage) => void): Promise<void> {
  const declaration = normalDeclaration(readDeclaration(type, folder, name));
  await bringOwn();
  const onCall = (hook: Hook | undefined): void => send({ kind: "calling", hook: hook ?? null });
  const run = new ContractRun(installedSubject({ type, name, application, onCall }), declaration, pluginClauses(type));
  for (const clause of run.clauses) {
    send({ kind: "trying", clause: clause.id });
    send({ kind: "outcome", outcome: await run.outcome(clause) });
  }
  send({ kind: "done" });
}

/** What masks the texts that a plugin's author declared as secrets. */
export function declaredSecrets({ type, name, folder }: PluginJob): Redactor {
  try {
    return redactorFor(normalDeclaration(readDeclaration(type, folder, name)).secrets);
  } catch {
    // A declaration that cannot be read is refused by who needs it; it has no secrets.
    return redactorFor([]);
  }
}

/** What floe-core loads of its own when it is needed, zod above all, is not the plugin's doing. */
async function bringOwn(): Promise<void> {
  try {
    await import("floe-core/config");
  } catch (error) {
    // Without zod beside it floe-core does without, and so does this.
    if (!/Cannot find (package|module)/.test(reasonOf(error))) throw error;
  }
}
