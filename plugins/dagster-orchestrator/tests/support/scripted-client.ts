import type { DagsterClient } from "../../src/graphql/dagster-client.ts";
import { readGraphqlReply } from "../../src/graphql/read-graphql-reply.ts";

/** What a scripted client was asked. */
export interface Asked {
  readonly operation: string;
  readonly variables: unknown;
}

/**
 * A client without a network: `answer` gives GraphQL's data, which goes through the operation's own schema, or throws.
 */
export function scriptedClient(answer: (operation: string, variables: Readonly<Record<string, unknown>>) => unknown): DagsterClient & { readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const url = "http://dagster.test";
  return {
    url,
    asked,
    ask: async ({ name, schema }, variables) => {
      asked.push({ operation: name, variables });
      const data = answer(name, variables as Readonly<Record<string, unknown>>);
      return readGraphqlReply({ data }, schema, { asked: { url, operation: name, mask: (text) => text }, status: 200 });
    },
    serverInfo: async () => ({ webserver: "1.13.27", dagster: "1.13.27" }),
  };
}
