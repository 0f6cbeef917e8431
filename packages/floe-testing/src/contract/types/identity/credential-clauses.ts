import type { IdentityPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { placesOf, type Shown } from "../../trial/shown.ts";
import { passwordsOf, refusedCredentials, tokenOf } from "./identity-samples.ts";

/** What an identity plugin does with credentials. */
export const CREDENTIAL_CLAUSES: readonly Clause<IdentityPlugin>[] = [
  {
    id: "identity/refuses-credentials",
    title: "answers credentials that it does not accept with null",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.start();
      for (const credentials of [refusedCredentials(trial), {}]) {
        const token: unknown = await trial.call("authenticate", (signal) => plugin.authenticate(credentials, { signal }));
        ensure(token === null, `authenticate answers credentials that it is to refuse with a ${typeof token}, not with null`);
      }
    },
  },
  {
    id: "identity/accepts-credentials",
    title: "answers credentials that it accepts with a token",
    after: STARTED,
    check: async (trial) => {
      await tokenOf(await trial.start(), trial);
    },
  },
  {
    id: "identity/passwords-stay-secret",
    title: "shows no password: not in errors, nor in logs, nor in its health",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.start();
      const refused = refusedCredentials(trial);
      const { accepted = refused } = trial.declaration.samples.credentials ?? {};
      const shown: Shown[] = [];
      for (const credentials of [accepted, refused, garbled(refused)]) {
        try {
          await trial.call("authenticate", (signal) => plugin.authenticate(credentials, { signal }));
        } catch (error) {
          shown.push({ where: "the error of authenticate", value: error });
        }
      }
      shown.push({ where: "its health", value: await trial.registry.healthCheck(trial.subject.type, trial.subject.name) });
      for (const { message, fields } of trial.logs) shown.push({ where: "the host's log", value: [message, fields] });
      const places = placesOf(passwordsOf(accepted, refused), shown);
      ensure(places.length === 0, () => `A password can be read in ${places.join(", ")}`);
    },
  },
];

/** Credentials that no form would send: errors are where passwords are likely to be quoted. */
function garbled(credentials: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(credentials).map(([key, value]) => [key, `${value}\u0000\n${value}`]));
}
