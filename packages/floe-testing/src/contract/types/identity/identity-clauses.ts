import type { IdentityPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure, NotOffered } from "../../contract-breach.ts";
import { ensureUrl } from "../../shapes/ensure-url.ts";
import { objectOf } from "../../shapes/object-of.ts";
import { pureAnswer } from "../../shapes/pure-answer.ts";
import { signalsClause } from "../../shapes/signals-clause.ts";
import { CREDENTIAL_CLAUSES } from "./credential-clauses.ts";
import { refusedCredentials } from "./identity-samples.ts";
import { TOKEN_CLAUSES } from "./token-clauses.ts";

const ADDRESSES = ["issuer", "discoveryUrl", "jwksUrl", "authorizationUrl", "tokenUrl", "userinfoUrl"] as const;

/** What an identity plugin promises. */
export const IDENTITY_CLAUSES: readonly Clause<IdentityPlugin>[] = [
  ...CREDENTIAL_CLAUSES,
  ...TOKEN_CLAUSES,
  {
    id: "identity/oidc-addresses",
    title: "answers getOidcConfig with absolute URLs, the discovery URL below its issuer",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      if (plugin.getOidcConfig === undefined) throw new NotOffered("it has no OpenID Connect addresses");
      const answer = objectOf(pureAnswer("getOidcConfig", () => plugin.getOidcConfig?.()), "getOidcConfig");
      for (const name of ADDRESSES) ensureUrl(answer[name], `The ${name} of getOidcConfig`, "web");
      const [issuer, discovery] = [String(answer["issuer"]), String(answer["discoveryUrl"])];
      ensure(!/[?#]/.test(issuer), "The issuer of getOidcConfig has a query or a fragment");
      // The other addresses may be anywhere, and with the big providers are; this one is made from the issuer's.
      ensure(discovery.startsWith(`${issuer.replace(/\/$/, "")}/`), "The discoveryUrl of getOidcConfig is not below its issuer");
    },
  },
  signalsClause<IdentityPlugin>({
    id: "identity/honours-signals",
    after: ["identity/refuses-credentials", "identity/refuses-bad-tokens", "identity/knows-nobody-of-a-bad-token"],
    calls: (plugin, trial) => ({
      authenticate: (signal) => plugin.authenticate(refusedCredentials(trial), { signal }),
      getUserInfo: (signal) => plugin.getUserInfo("floe-contract-garbage", { signal }),
      validateToken: (signal) => plugin.validateToken("floe-contract-garbage", { signal }),
    }),
  }),
];
