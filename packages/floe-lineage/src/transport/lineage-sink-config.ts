import type { LineageToken } from "./lineage-token.ts";

/** Where lineage goes without a plugin for it, as users write it under `lineage`. */
export type LineageSinkConfig = {
  /** The namespace of jobs and tables. Default: the product's name. */
  readonly namespace?: string | undefined;
} & (
  | { readonly type: "console" }
  | {
      readonly type: "file";
      /** Each event becomes a line of JSON in it. */
      readonly path: string;
    }
  | {
      readonly type: "http";
      /** Absolute; without a path it gets `/api/v1/lineage`. */
      readonly url: string;
      /** Sent as `Authorization: Bearer …`. */
      readonly token?: LineageToken | undefined;
      /** For one request. Default: 5,000. */
      readonly timeoutMs?: number | undefined;
    }
);
