import type { IdentityPlugin } from "floe-core";
import { reasonOf } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import type { ContractClause } from "../../contract-clause.ts";
import { ContractBreach, ensure } from "../../contract-breach.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import { ensureTime } from "../../shapes/ensure-time.ts";
import { objectOf } from "../../shapes/object-of.ts";
import { ensureUser } from "./ensure-user.ts";
import { BAD_TOKENS, tokenOf } from "./identity-samples.ts";

const ACCEPTED: readonly ContractClause[] = [...STARTED, "identity/accepts-credentials"];

/** What an identity plugin does with tokens. */
export const TOKEN_CLAUSES: readonly Clause<IdentityPlugin>[] = [
  {
    id: "identity/refuses-bad-tokens",
    title: "answers for a bad token, whatever it is, with { valid: false, reason }, and never throws",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.start();
      for (const [what, token] of Object.entries(BAD_TOKENS)) {
        const answer = await trial
          .call("validateToken", (signal) => plugin.validateToken(token, { signal }))
          .catch((error: unknown) => {
            if (error instanceof ContractBreach) throw error;
            throw new ContractBreach(`validateToken throws for ${what}: ${reasonOf(error).slice(0, 200)}`);
          });
        const { valid, reason } = objectOf(answer, `validateToken of ${what}`);
        ensure(valid === false, `validateToken does not say of ${what} that it is not valid`);
        ensureText(reason, `The reason why ${what} is not valid`);
      }
    },
  },
  {
    id: "identity/knows-nobody-of-a-bad-token",
    title: "answers getUserInfo of a bad token, whatever it is, with null",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.start();
      for (const [what, token] of Object.entries(BAD_TOKENS)) {
        const user: unknown = await trial.call("getUserInfo", (signal) => plugin.getUserInfo(token, { signal }));
        ensure(user === null, `getUserInfo of ${what} answers with something else than null`);
      }
    },
  },
  {
    id: "identity/validates-its-tokens",
    title: "says of a token that it gave out that it is valid, whose it is and until when",
    after: ACCEPTED,
    async check(trial) {
      const plugin = await trial.start();
      const token = await tokenOf(plugin, trial);
      const answer = await trial.call("validateToken", (signal) => plugin.validateToken(token, { signal }));
      const { valid, user, expiresAt } = objectOf(answer, "validateToken of a token that it gave out");
      ensure(valid === true, "validateToken does not say of a token that it gave out that it is valid");
      ensureUser(user, "the user of a token");
      ensure(ensureTime(expiresAt, "The expiresAt of a token") > Date.now(), "It gives out tokens that have expired");
    },
  },
  {
    id: "identity/knows-whose-token-it-is",
    title: "answers getUserInfo of a token that it gave out with the user that validateToken names",
    after: [...ACCEPTED, "identity/validates-its-tokens"],
    async check(trial) {
      const plugin = await trial.start();
      const token = await tokenOf(plugin, trial);
      const subject = ensureUser(await trial.call("getUserInfo", (signal) => plugin.getUserInfo(token, { signal })), "getUserInfo");
      const { user } = objectOf(await trial.call("validateToken", (signal) => plugin.validateToken(token, { signal })), "validateToken");
      ensure(subject === ensureUser(user, "the user of a token"), "getUserInfo and validateToken name two users of one token");
    },
  },
];
