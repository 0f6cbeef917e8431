import { PluginType } from "floe-core";
import { connected } from "../../fakes/connected.ts";
import type { BrokenPlugin } from "../broken-plugin.ts";
import { brokenFake, type BrokenFakeParts } from "./broken-fake.ts";

/** Lineage backends that break one promise of their type. */
export const BROKEN_LINEAGE_BACKENDS: readonly BrokenPlugin[] = Object.freeze([
  broken({
    id: "lineage-transport-is-unknown",
    title: "that is a lineage backend with a transport that there is not",
    violates: "lineage-backend/transport",
    members: sending({ type: "kafka", timeoutMs: 1000 }),
  }),
  broken({
    id: "lineage-has-no-address",
    title: "that is a lineage backend on http without an address",
    violates: "lineage-backend/transport-address",
    members: sending({ type: "http", timeoutMs: 1000 }),
  }),
  broken({
    id: "lineage-address-holds-a-password",
    title: "that is a lineage backend on http with a password in its address",
    violates: "lineage-backend/transport-address",
    members: sending({ type: "http", url: "https://ada:lovelace@example.com", timeoutMs: 1000 }),
  }),
  broken({
    id: "lineage-file-is-relative",
    title: "that is a lineage backend on a file at a relative path",
    violates: "lineage-backend/transport-address",
    members: sending({ type: "file", url: "events.jsonl", timeoutMs: 1000 }),
  }),
  broken({
    id: "lineage-has-no-time",
    title: "that is a lineage backend and leaves no time for sending",
    violates: "lineage-backend/transport-timeout",
    members: sending({ type: "console", timeoutMs: 0 }),
  }),
  broken({
    id: "lineage-names-nothing",
    title: "that is a lineage backend without a default namespace",
    violates: "lineage-backend/namespace-strategy",
    members: { getNamespaceStrategy: () => ({ strategy: "fixed", template: "fake" }) },
  }),
  broken({
    id: "lineage-values-are-a-list",
    title: "that is a lineage backend whose helm values are a list",
    violates: "lineage-backend/helm-values",
    members: { getHelmValues: () => [] },
  }),
  broken({
    id: "lineage-connection-has-no-time",
    title: "that is a lineage backend and does not say how long it took to connect",
    violates: "lineage-backend/connection",
    members: { validateConnection: async () => ({ status: "healthy", message: "", warnings: [], errors: [] }) },
  }),
  broken({
    id: "lineage-ignores-its-signal",
    title: "that is a lineage backend and connects whatever its signal says",
    violates: "lineage-backend/honours-signals",
    members: { validateConnection: () => connected(undefined) },
  }),
]);

function broken(parts: BrokenFakeParts): BrokenPlugin {
  return brokenFake(PluginType.LINEAGE_BACKEND, parts);
}

function sending(transport: object): Readonly<Record<string, unknown>> {
  return { getTransportConfig: () => transport };
}
