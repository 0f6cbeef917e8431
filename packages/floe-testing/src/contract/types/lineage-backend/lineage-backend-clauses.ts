import { isAbsolute } from "node:path";
import type { LineageBackendPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure, NotOffered } from "../../contract-breach.ts";
import { connectionClause } from "../../shapes/connection-clause.ts";
import { ensureAmount } from "../../shapes/ensure-amount.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import { ensureUrl } from "../../shapes/ensure-url.ts";
import { helmValuesClause } from "../../shapes/helm-values-clause.ts";
import { objectOf, type Members } from "../../shapes/object-of.ts";
import { pureAnswer } from "../../shapes/pure-answer.ts";
import { signalsClause } from "../../shapes/signals-clause.ts";
import type { Trial } from "../../trial/trial.ts";

const TRANSPORTS: readonly unknown[] = ["http", "console", "file"];

/** What a lineage backend promises. */
export const LINEAGE_BACKEND_CLAUSES: readonly Clause<LineageBackendPlugin>[] = [
  {
    id: "lineage-backend/transport",
    title: "answers getTransportConfig with the type http, console or file, the same each time",
    after: STARTED,
    async check(trial) {
      const { type } = await transport(trial);
      ensure(TRANSPORTS.includes(type), "The type of its transport is not http, console or file");
    },
  },
  {
    id: "lineage-backend/transport-address",
    title: "says where http goes, as an absolute URL, and which file it is, as an absolute path or file: URL",
    after: [...STARTED, "lineage-backend/transport"],
    async check(trial) {
      const { type, url } = await transport(trial);
      if (type === "console") throw new NotOffered("the console has no address");
      if (type === "http") {
        const { username, password } = ensureUrl(url, "The url of its transport", "web");
        ensure(username === "" && password === "", "The url of its transport holds a user or a password");
      } else {
        const isFile = typeof url === "string" && (isAbsolute(url) || (URL.canParse(url) && new URL(url).protocol === "file:"));
        ensure(isFile, "The url of its transport is neither an absolute path nor a file: URL");
      }
    },
  },
  {
    id: "lineage-backend/transport-timeout",
    title: "says how long an event may take to be sent, in milliseconds: timeoutMs",
    after: [...STARTED, "lineage-backend/transport"],
    async check(trial) {
      const { timeoutMs } = await transport(trial);
      ensureAmount(timeoutMs, "The timeoutMs of its transport");
      ensure(timeoutMs > 0, "The timeoutMs of its transport is 0, in which nothing can be sent");
    },
  },
  {
    id: "lineage-backend/namespace-strategy",
    title: "answers getNamespaceStrategy with { strategy, template, defaultNamespace }, the same each time",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      const answer = pureAnswer("getNamespaceStrategy", () => plugin.getNamespaceStrategy());
      const { strategy, template, defaultNamespace } = objectOf(answer, "getNamespaceStrategy");
      ensureText(strategy, "The strategy of its namespaces");
      ensureText(template, "The template of its namespaces");
      ensureText(defaultNamespace, "The defaultNamespace of its namespaces");
    },
  },
  helmValuesClause("lineage-backend/helm-values"),
  connectionClause("lineage-backend/connection"),
  signalsClause<LineageBackendPlugin>({
    id: "lineage-backend/honours-signals",
    after: ["lineage-backend/connection"],
    calls: (plugin) => ({ validateConnection: (signal) => plugin.validateConnection({ signal }) }),
  }),
];

async function transport(trial: Trial<LineageBackendPlugin>): Promise<Members> {
  const plugin = await trial.configure();
  return objectOf(pureAnswer("getTransportConfig", () => plugin.getTransportConfig()), "getTransportConfig");
}
